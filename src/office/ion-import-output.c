/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whoever keeps the list mends it in a spreadsheet, or in the program it came from: the reasons go
 * back to them beside the rows, in a file like theirs.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-output.h"

#include "ion-csv-writer.h"

/* Read by people and named in the contract of the command: not translated. */
#define ERRORS_COLUMN "errori"

struct _IonImportOutput
{
  IonCsvWriter *writer; /* (owned) */
  gsize n_columns;
};

/* Rows shorter than the header are filled up, so that the last column is the same everywhere. */
static gboolean
write_row (IonImportOutput *self,
           const char *const *cells,
           gsize n_cells,
           const char *last,
           GError **error)
{
  for (gsize i = 0; i < MAX (n_cells, self->n_columns); i++)
    if (!ion_csv_writer_write_cell (self->writer, i < n_cells ? cells[i] : "", error))
      return FALSE;
  return ion_csv_writer_write_cell (self->writer, last, error) &&
         ion_csv_writer_end_row (self->writer, error);
}

static gboolean
write_header (IonImportOutput *self, IonRecipientFile *file, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < self->n_columns; i++)
    g_ptr_array_add (names, (char *) ion_recipient_file_get_column_name (file, i));
  return write_row (self, (const char *const *) names->pdata, self->n_columns, ERRORS_COLUMN,
                    error);
}

IonImportOutput *
ion_import_output_new (const char *path, IonRecipientFile *file, GError **error)
{
  IonCsvWriter *writer = ion_csv_writer_new_like (path, ion_recipient_file_get_table (file), error);
  IonImportOutput *self;

  if (writer == NULL)
    return NULL;
  self = g_new0 (IonImportOutput, 1);
  self->writer = writer;
  self->n_columns = ion_recipient_file_get_n_columns (file);
  if (write_header (self, file, error))
    return self;
  ion_import_output_free (self);
  return NULL;
}

gboolean
ion_import_output_write (IonImportOutput *self,
                         const char *const *cells,
                         gsize n_cells,
                         gint64 row,
                         GPtrArray *issues,
                         GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      /* Of rows that are none (a title, empty ones) there is nothing to mend. */
      if (issue->row != row)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      if (issue->column != NULL)
        g_string_append_printf (text, "%s: ", issue->column);
      g_string_append (text, issue->message);
    }
  return write_row (self, cells, n_cells, text->str, error);
}

gboolean
ion_import_output_finish (IonImportOutput *self, GError **error)
{
  return ion_csv_writer_finish (self->writer, error);
}

void
ion_import_output_free (IonImportOutput *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->writer, ion_csv_writer_free);
  g_free (self);
}
