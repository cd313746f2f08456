/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Filling a campaign. Rows are sealed in the caller's thread and inserted in the writer's, ten
 * thousand at a time, so that nobody else waits long and both processors have work. Fingerprints
 * are kept in memory, sorted once and inserted in their own order at the end: inserted as they
 * come, each would touch another page of their index.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-batch.h"
#include "ion-ledger-import.h"
#include "ion-ledger-private.h"
#include "ion-template-json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define BATCH_ROWS   10000
#define ID_LENGTH    10
#define DISTINCT_ALL "" /* what does not tell notices apart */

struct _IonLedgerImport
{
  IonLedger *ledger; /* (owned) */
  IonVault *vault;
  char *id; /* (owned) */
  gint64 number;
  char *template_name; /* (owned) */
  char *purpose;       /* (owned) (nullable) */
  gint64 n_rows;
  GArray *rows;    /* (owned): being collected */
  GArray *keys;    /* (owned) */
  GArray *notices; /* (owned) */
  IonWrite *write; /* (nullable): under way */
  gboolean is_finished;
};

typedef struct
{
  IonLedgerImport *import;
  const IonCampaign *campaign;
  const char *template_text;
  const IonImportEnding *ending;
} HeadData;

/* Short enough to be typed, and without what the eye confuses. */
static char *
make_id (void)
{
  static const char letters[] = "23456789abcdefghjkmnpqrstvwxyz";
  char *id = g_malloc (ID_LENGTH + 1);

  for (guint i = 0; i < ID_LENGTH; i++)
    id[i] = letters[randombytes_uniform (sizeof letters - 1)];
  id[ID_LENGTH] = '\0';
  return id;
}

static gboolean
new_cb (IonDb *db, gpointer data, GError **error)
{
  HeadData *head = data;
  const IonCampaign *campaign = head->campaign;
  IonLedgerImport *self = head->import;

  return ion_db_run (db,
                     "INSERT INTO campaign (id, staged_by, name, service_id, template_name, "
                     "template,"
                     " state, is_test, created_at, source_name, accepted_doubts, follows_id, "
                     "purpose)"
                     " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                     ION_VALUES (ion_text (self->id),
                                 ion_int (ion_owner_get_number (self->ledger->owner)),
                                 ion_text (campaign->name), ion_text (campaign->service_id),
                                 ion_text (self->template_name), ion_text (head->template_text),
                                 ion_int (ION_CAMPAIGN_DRAFT), ion_int (campaign->is_test != FALSE),
                                 ion_int (ion_ledger_now ()), ion_text (campaign->source_name),
                                 ion_text (campaign->accepted_doubts),
                                 ion_text (campaign->follows_id), ion_text (campaign->purpose)),
                     NULL, error) &&
         ion_db_get_int (db, "SELECT number FROM campaign WHERE id = $1",
                         ION_VALUES (ion_text (self->id)), &self->number, error);
}

IonLedgerImport *
ion_ledger_import_new (IonLedger *self, const IonCampaign *campaign, GError **error)
{
  g_autofree char *template_text = NULL;
  IonLedgerImport *import;
  IonVault *vault;
  HeadData head;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign != NULL, NULL);
  g_return_val_if_fail (campaign->service_id != NULL && campaign->template_ != NULL, NULL);
  g_return_val_if_fail (campaign->name != NULL, NULL);

  vault = ion_ledger_need_vault (self, error);
  if (vault == NULL)
    return NULL;
  import = g_new0 (IonLedgerImport, 1);
  import->ledger = g_object_ref (self);
  import->vault = vault;
  import->id = make_id ();
  import->template_name = g_strdup (campaign->template_->name);
  import->purpose = g_strdup (campaign->purpose);
  import->rows = ion_import_rows_new ();
  import->keys = g_array_new (FALSE, FALSE, sizeof (IonImportPerson));
  import->notices = g_array_new (FALSE, FALSE, sizeof (IonImportNotice));
  template_text = ion_template_to_json (campaign->template_);
  head = (HeadData){ .import = import, .campaign = campaign, .template_text = template_text };
  if (ion_ledger_write (self, new_cb, &head, error))
    return import;
  import->number = 0;
  ion_ledger_import_free (import);
  return NULL;
}

static gboolean
wait_for_batch (IonLedgerImport *self, GError **error)
{
  return self->write == NULL ||
         ion_writer_wait (self->ledger->writer, g_steal_pointer (&self->write), error);
}

/* (transfer full) of @batch. One is under way while the next is filled. */
static gboolean
submit (IonLedgerImport *self, IonImportBatch *batch, GError **error)
{
  if (!wait_for_batch (self, error) || !ion_ledger_check_open (self->ledger, error))
    {
      ion_import_batch_free (batch);
      return FALSE;
    }
  batch->campaign = self->number;
  self->write =
      ion_writer_submit (self->ledger->writer, ion_import_insert_cb, batch, ion_import_batch_free);
  return TRUE;
}

static gboolean
flush_rows (IonLedgerImport *self, GError **error)
{
  IonImportBatch *batch;

  if (self->rows->len == 0)
    return TRUE;
  batch = g_new0 (IonImportBatch, 1);
  batch->rows = g_steal_pointer (&self->rows);
  self->rows = ion_import_rows_new ();
  return submit (self, batch, error);
}

/* An excluded row is found by its person too, but is in nobody's way. */
static void
add_keys (IonLedgerImport *self, const IonRecipient *recipient, IonImportRow *row)
{
  IonImportPerson key = { .delivery = row->id };

  if (recipient->fiscal_code[0] == '\0')
    return;
  ion_print_person (self->vault, recipient->fiscal_code, &key.person);
  if (row->state == ION_DELIVERY_EXCLUDED)
    {
      g_autofree char *unique = g_strdup_printf ("%" PRId64, row->id);

      ion_vault_print (self->vault, "excluded", unique, &key.distinct);
    }
  else
    ion_vault_print (self->vault, "distinct",
                     recipient->distinct != NULL ? recipient->distinct : DISTINCT_ALL,
                     &key.distinct);
  g_array_append_val (self->keys, key);
  if (row->state != ION_DELIVERY_EXCLUDED && recipient->notice_number != NULL &&
      recipient->notice_number[0] != '\0')
    {
      IonImportNotice notice = { .delivery = row->id };

      ion_print_notice (self->vault, recipient->fiscal_code, recipient->notice_number,
                        &notice.notice);
      row->has_notice = TRUE;
      row->notice = notice.notice;
      g_array_append_val (self->notices, notice);
    }
}

static gboolean
check_row (const IonRecipient *recipient, gboolean is_sent, GError **error)
{
  if (recipient->row <= 0 || recipient->row > ION_DELIVERY_ROW_MAX)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_FAILED,
                           _ ("The file has more rows than a campaign can hold."));
      return FALSE;
    }
  g_return_val_if_fail (!is_sent || recipient->fiscal_code[0] != '\0', FALSE);
  return TRUE;
}

gboolean
ion_ledger_import_add (IonLedgerImport *self,
                       const IonRecipient *recipient,
                       const char *reason_code,
                       const char *reason_detail,
                       GError **error)
{
  gboolean is_sent = recipient->is_valid && !recipient->is_duplicate;
  g_auto (IonSealedPerson) person = { 0 };
  IonImportRow row = { 0 };

  g_return_val_if_fail (self != NULL && !self->is_finished, FALSE);

  if (!check_row (recipient, is_sent, error))
    return FALSE;
  row.id = ion_delivery_make_id (self->number, recipient->row);
  row.state = is_sent ? ION_DELIVERY_PENDING : ION_DELIVERY_EXCLUDED;
  row.reason_code = g_strdup (reason_code);
  row.reason_detail = g_strdup (reason_detail);
  g_strlcpy (person.fiscal_code, recipient->fiscal_code, sizeof person.fiscal_code);
  person.amount = recipient->amount;
  person.due_date = recipient->due_date;
  person.fields = recipient->fields != NULL ? ion_fields_to_bytes (recipient->fields) : NULL;
  row.sealed = ion_sealed_person_seal (&person, self->vault, row.id);
  add_keys (self, recipient, &row);
  g_array_append_val (self->rows, row);
  self->n_rows++;
  return self->rows->len < BATCH_ROWS || flush_rows (self, error);
}

static int
compare_keys (const void *a, const void *b)
{
  return memcmp (a, b, sizeof (IonPrint) * 2);
}

static int
compare_notices (const void *a, const void *b)
{
  return memcmp (a, b, sizeof (IonPrint));
}

static gboolean
flush_keys (IonLedgerImport *self, GError **error)
{
  IonImportPerson *keys = (IonImportPerson *) self->keys->data;
  IonImportNotice *notices = (IonImportNotice *) self->notices->data;

  if (self->keys->len > 0)
    qsort (keys, self->keys->len, sizeof *keys, compare_keys);
  if (self->notices->len > 0)
    qsort (notices, self->notices->len, sizeof *notices, compare_notices);
  for (guint i = 0; i < self->keys->len; i += BATCH_ROWS)
    {
      IonImportBatch *batch = g_new0 (IonImportBatch, 1);

      batch->keys = keys + i;
      batch->n_keys = MIN (BATCH_ROWS, self->keys->len - i);
      if (!submit (self, batch, error))
        return FALSE;
    }
  for (guint i = 0; i < self->notices->len; i += BATCH_ROWS)
    {
      IonImportBatch *batch = g_new0 (IonImportBatch, 1);

      batch->notices = notices + i;
      batch->n_notices = MIN (BATCH_ROWS, self->notices->len - i);
      if (!submit (self, batch, error))
        return FALSE;
    }
  return wait_for_batch (self, error);
}

static gboolean
journal_ending (IonDb *db, const IonLedgerImport *self, const char *doubts, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%" PRId64, self->n_rows);

  return ion_journal_add (db, "campaign-new", self->id, detail, self->purpose, error) &&
         (doubts == NULL ||
          ion_journal_add (db, "doubts-accept", self->id, doubts, self->purpose, error));
}

static gboolean
finish_cb (IonDb *db, gpointer data, GError **error)
{
  HeadData *head = data;
  IonLedgerImport *self = head->import;
  const IonImportEnding *ending = head->ending;

  return ion_db_run (db,
                     "UPDATE campaign SET staged_by = 0, state = $2, file_print = $3,"
                     " rows_print = $4, accepted_doubts = COALESCE ($5, accepted_doubts)"
                     " WHERE number = $1",
                     ION_VALUES (ion_int (self->number), ion_int (ION_CAMPAIGN_READY),
                                 ion_print (ending->file_print), ion_print (ending->rows_print),
                                 ion_text (ending->accepted_doubts)),
                     NULL, error) &&
         ion_template_map_put (db, self->template_name, ending->map, error) &&
         journal_ending (db, self, ending->doubts_detail, error);
}

char *
ion_ledger_import_finish_with (IonLedgerImport *self, const IonImportEnding *ending, GError **error)
{
  static const IonImportEnding nothing = { NULL };
  HeadData head = { .import = self, .ending = ending != NULL ? ending : &nothing };

  g_return_val_if_fail (self != NULL && !self->is_finished, NULL);

  if (!flush_rows (self, error) || !flush_keys (self, error) ||
      !ion_ledger_write (self->ledger, finish_cb, &head, error))
    return NULL;
  self->is_finished = TRUE;
  return g_strdup (self->id);
}

char *
ion_ledger_import_finish (IonLedgerImport *self, const IonPrint *file_print, GError **error)
{
  const IonImportEnding ending = { .file_print = file_print };

  return ion_ledger_import_finish_with (self, &ending, error);
}

static gboolean
abandon_cb (IonDb *db, gpointer data, GError **error)
{
  gint64 *number = data;

  return ion_import_remove_staged (db, *number, error);
}

/* What cannot be removed now (a full disk) is removed at the next opening: by then nobody owns it.
 */
void
ion_ledger_import_free (IonLedgerImport *self)
{
  if (self == NULL)
    return;
  wait_for_batch (self, NULL);
  if (!self->is_finished && self->number > 0)
    ion_ledger_write (self->ledger, abandon_cb, &self->number, NULL);
  g_clear_pointer (&self->rows, g_array_unref);
  g_array_unref (self->keys);
  g_array_unref (self->notices);
  g_free (self->template_name);
  g_free (self->purpose);
  g_free (self->id);
  g_object_unref (self->ledger);
  g_free (self);
}
