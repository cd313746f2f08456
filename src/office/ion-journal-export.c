/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The journal on a table, for whoever answers for what the office did.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-journal-export.h"

#include "ion-csv-writer.h"
#include "ion-journal-words.h"
#include "ion-moment.h"

#include <glib/gi18n-lib.h>

#define PAGE 200

static gboolean
write_cells (IonCsvWriter *writer, const char *const *cells, gsize n_cells, GError **error)
{
  for (gsize i = 0; i < n_cells; i++)
    if (!ion_csv_writer_write_cell (writer, cells[i] != NULL ? cells[i] : "", error))
      return FALSE;
  return ion_csv_writer_end_row (writer, error);
}

static gboolean
write_header (IonCsvWriter *writer, GError **error)
{
  const char *const cells[] = { _ ("When"),  _ ("Who"),     _ ("Operation"),
                                _ ("About"), _ ("Purpose"), _ ("Campaign ID") };

  return write_cells (writer, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
write_line (IonCsvWriter *writer, const IonJournalLine *line, GError **error)
{
  g_autofree char *object = ion_journal_line_tell_object (line);
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;
  int hour, minute, second;
  IonDate date;

  ion_moment_to_local (line->entry->at, &date, &hour, &minute, &second);
  day = ion_date_to_iso (&date);
  when = g_strdup_printf ("%s %02d:%02d:%02d", day, hour, minute, second);
  {
    const char *const cells[] = {
      when,   line->entry->who,     ion_journal_action_get_label (line->entry->action),
      object, line->entry->purpose, line->entry->campaign_id
    };

    return write_cells (writer, cells, G_N_ELEMENTS (cells), error);
  }
}

/* Found newest first, written oldest first: a page from the end, backwards. */
static gboolean
write_lines (IonCsvWriter *writer,
             IonLedger *ledger,
             GArray *ids,
             GCancellable *cancellable,
             GError **error)
{
  for (guint end = ids->len; end > 0; end -= MIN (end, PAGE))
    {
      guint start = end - MIN (end, PAGE);
      g_autoptr (GPtrArray) lines = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      lines = ion_ledger_read_journal_lines (ledger, &g_array_index (ids, gint64, start),
                                             end - start, error);
      if (lines == NULL)
        return FALSE;
      for (guint i = lines->len; i > 0; i--)
        if (!write_line (writer, g_ptr_array_index (lines, i - 1), error))
          return FALSE;
    }
  return TRUE;
}

gint64
ion_office_export_journal (IonOffice *self,
                           const IonJournalFilter *filter,
                           const char *file,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (IonCsvWriter) writer = NULL;
  g_autoptr (GArray) ids = NULL;
  IonLedger *ledger;

  g_return_val_if_fail (ION_IS_OFFICE (self) && filter != NULL && file != NULL, -1);

  ledger = ion_office_get_ledger (self);
  ids = ion_ledger_find_journal_lines (ledger, filter, cancellable, error);
  if (ids == NULL)
    return -1;
  writer = ion_csv_writer_new (file, ION_CSV_FOR_SPREADSHEET, error);
  if (writer == NULL || !write_header (writer, error) ||
      !write_lines (writer, ledger, ids, cancellable, error) ||
      !ion_csv_writer_finish (writer, error) ||
      !ion_ledger_write_journal (ledger, "journal-export", NULL, NULL, NULL, error))
    return -1;
  return ids->len;
}
