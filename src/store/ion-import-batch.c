/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows in one block of memory: laid out by who reads the file, sealed in place by another thread,
 * inserted by the writer.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-batch.h"

#include "ion-bulk-insert.h"

#include <string.h>

#include <sodium.h>

#define FULL_ROWS  4096
#define FULL_BYTES (2 * 1024 * 1024)

IonImportBatch *
ion_import_batch_new (gint64 campaign)
{
  IonImportBatch *self = g_new0 (IonImportBatch, 1);

  self->campaign = campaign;
  self->bytes = g_byte_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (IonImportRow));
  return self;
}

static void
wipe (IonImportBatch *self)
{
  if (self->bytes->len > 0)
    sodium_memzero (self->bytes->data, self->bytes->len);
}

void
ion_import_batch_free (IonImportBatch *self)
{
  g_return_if_fail (self != NULL);

  wipe (self);
  g_byte_array_unref (self->bytes);
  g_array_unref (self->rows);
  g_free (self);
}

void
ion_import_batch_clear (IonImportBatch *self)
{
  wipe (self);
  g_byte_array_set_size (self->bytes, 0);
  g_array_set_size (self->rows, 0);
}

/* Behind the row it belongs to, so never at place 0. */
static guint32
add_text (IonImportBatch *self, const char *text)
{
  guint32 place = self->bytes->len;

  if (text == NULL || text[0] == '\0')
    return 0;
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) strlen (text) + 1);
  return place;
}

void
ion_import_batch_add (IonImportBatch *self,
                      const IonRecipient *recipient,
                      const char *reason_code,
                      const char *reason_detail)
{
  gboolean is_sent = recipient->is_valid && !recipient->is_duplicate;
  IonImportRow row = { .row = (guint32) recipient->row };

  row.state = is_sent ? ION_DELIVERY_PENDING : ION_DELIVERY_EXCLUDED;
  row.sealed = self->bytes->len;
  row.sealed_size =
      (guint32) ion_sealed_person_lay_out (self->bytes, recipient->fiscal_code, recipient->amount,
                                           recipient->due_date, recipient->fields);
  if (is_sent)
    {
      row.distinct = add_text (self, recipient->distinct);
      row.notice_number = add_text (self, recipient->notice_number);
    }
  row.reason_code = add_text (self, reason_code);
  row.reason_detail = add_text (self, reason_detail);
  g_array_append_val (self->rows, row);
}

gboolean
ion_import_batch_is_full (const IonImportBatch *self)
{
  return self->rows->len >= FULL_ROWS || self->bytes->len >= FULL_BYTES;
}

const char *
ion_import_batch_get_text (const IonImportBatch *self, guint32 place)
{
  return place == 0 ? NULL : (const char *) self->bytes->data + place;
}

static gboolean
insert_row (IonBulkInsert *insert,
            const IonImportBatch *self,
            const IonImportRow *row,
            GError **error)
{
  const IonValue values[] = {
    ion_int (ion_delivery_make_id (self->campaign, row->row)),
    ion_int (self->campaign),
    ion_int (row->state),
    ion_bytes (self->bytes->data + row->sealed, row->sealed_size),
    ion_print (row->has_notice ? &row->notice : NULL),
    ion_text (ion_import_batch_get_text (self, row->reason_code)),
    ion_text (ion_import_batch_get_text (self, row->reason_detail)),
  };

  return ion_bulk_insert_add (insert, values, error);
}

gboolean
ion_import_batch_insert_cb (IonDb *db, gpointer data, GError **error)
{
  const IonImportBatch *self = data;
  g_autoptr (IonBulkInsert) insert =
      ion_bulk_insert_new (db,
                           "INSERT INTO delivery (id, campaign, state, sealed, notice, "
                           "reason_code, reason_detail)",
                           "", 7);

  for (guint i = 0; i < self->rows->len; i++)
    if (!insert_row (insert, self, &g_array_index (self->rows, IonImportRow, i), error))
      return FALSE;
  return ion_bulk_insert_finish (insert, NULL, error);
}
