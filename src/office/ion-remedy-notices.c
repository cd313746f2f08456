/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The notices that must not be paid, for whoever cancels them where they were made. They go to
 * another office or to a supplier: so nobody's name or code is in the file.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-remedy.h"

#include "ion-csv-writer.h"
#include "ion-ledger-deliveries.h"
#include "ion-ledger-people.h"
#include "ion-renderer.h"

#include <glib/gi18n-lib.h>

#define LEFT                                                                                       \
  ((1u << ION_DELIVERY_SENDING) | (1u << ION_DELIVERY_ACCEPTED) | (1u << ION_DELIVERY_DELIVERED) | \
   (1u << ION_DELIVERY_UNCERTAIN))

typedef struct
{
  IonCsvWriter *writer;  /* (owned) */
  IonRenderer *renderer; /* (owned) */
  gint64 written;
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->writer, ion_csv_writer_free);
  g_clear_pointer (&export->renderer, ion_renderer_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static gboolean
write_cells (Export *export, const char *const *cells, gsize n_cells, GError **error)
{
  for (gsize i = 0; i < n_cells; i++)
    if (!ion_csv_writer_write_cell (export->writer, cells[i], error))
      return FALSE;
  return ion_csv_writer_end_row (export->writer, error);
}

static gboolean
write_header (Export *export, GError **error)
{
  /* Translators: the columns of a table for the accounts' office */
  const char *cells[] = { _ ("notice number"), _ ("amount"), _ ("row of the file"), _ ("state") };

  return write_cells (export, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
write_delivery (const IonDelivery *delivery, gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (IonMessage) message = NULL;
  g_autofree char *row = NULL;
  g_autofree char *amount = NULL;

  if (delivery->fields == NULL || delivery->fiscal_code[0] == '\0')
    return TRUE;
  message =
      ion_renderer_render (export->renderer, delivery->fiscal_code, delivery->fields, NULL, NULL);
  if (message == NULL || message->notice_number == NULL)
    return TRUE;
  row = g_strdup_printf ("%" G_GINT64_FORMAT, delivery->row);
  amount = g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", message->amount / 100,
                            (int) (message->amount % 100));
  {
    const char *cells[] = { message->notice_number, amount, row,
                            ion_delivery_state_get_word (delivery->state) };

    export->written++;
    return write_cells (export, cells, G_N_ELEMENTS (cells), error);
  }
}

gint64
ion_office_export_notices (IonOffice *office,
                           const char *campaign,
                           const char *file,
                           GCancellable *cancellable,
                           GError **error)
{
  IonLedger *ledger;
  g_autoptr (IonCampaign) found = NULL;
  g_auto (Export) export = { NULL };

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL && file != NULL, -1);

  ledger = ion_office_get_ledger (office);
  found = ion_ledger_get_campaign (ledger, campaign, error);
  if (found == NULL)
    return -1;
  export.renderer = ion_renderer_new (found->template_, error);
  if (export.renderer == NULL)
    return -1;
  /* Without a formula's guard: 18 digits stay what they are, and a program may read them too. */
  export.writer = ion_csv_writer_new_like (file, NULL, error);
  if (export.writer == NULL || !write_header (&export, error) ||
      !ion_ledger_each_delivery (ledger, found->id, LEFT, write_delivery, &export, cancellable,
                                 error) ||
      !ion_csv_writer_finish (export.writer, error) ||
      !ion_ledger_write_journal (ledger, "notices-export", found->id, NULL, NULL, error))
    return -1;
  return export.written;
}
