/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Whoever keeps the list mends it in a spreadsheet, or in the program it came from: the reasons go
 * back to them beside the rows, in a file like theirs. All rows go back, titles, totals and notes
 * too, and each under its old number: what the report, an e-mail or a colleague on the telephone
 * says of row 17 stands in row 17 of both files.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-import-output.h"

#include "ion-blank.h"
#include "ion-issue-text.h"
#include "ion-table-writer.h"

#include <sys/stat.h>

#include <glib/gi18n-lib.h>

struct _IonImportOutput
{
  char *path;             /* (owned) */
  IonTableWriter *writer; /* (owned) */
  GHashTable *late;       /* (owned) (element-type gint64 GPtrArray): issues by their row */
  gint64 row;             /* the last one written */
  gint64 header_row;      /* 0 = none */
  gsize n_columns;        /* of the file's own */
  gsize column;           /* of the errors */
  gboolean is_last;       /* that column is the last one */
  gboolean was_there;     /* the file has it already */
  GPtrArray *cells;       /* (owned) (element-type utf8): of the present row; not owned */
  GError *error;          /* (owned) (nullable): what went wrong in a row that is no person */
};

/* The cells up to the last filled one. */
static gsize
count_filled (const char *const *cells, gsize n_cells)
{
  while (n_cells > 0 && *ion_blank_skip (cells[n_cells - 1]) == '\0')
    n_cells--;
  return n_cells;
}

/* Where the errors of this row stand. A row with too many cells has slipped: if the column is the
 * last one, what was said of the row last time has slipped with it. */
static gsize
find_column (const IonImportOutput *self, gsize n_filled)
{
  if (!self->was_there)
    return MAX (self->column, n_filled);
  return self->is_last && n_filled > self->column + 1 ? n_filled - 1 : self->column;
}

/* What cannot be written as it came is said where it would be missed. */
static void
note_losses (IonImportOutput *self, gsize column, GString *text)
{
  for (gsize i = 0; i < self->cells->len; i++)
    {
      if (i == column || ion_table_writer_can_hold (self->writer, self->cells->pdata[i]))
        continue;
      ion_issue_text_append (text, _ ("This kind of file cannot hold some of the row’s text, which "
                                      "was changed: look it up in the original."));
      return;
    }
}

/* Rows shorter than the header are filled up, so that the column is the same everywhere. */
static gboolean
write_row (IonImportOutput *self,
           gint64 row,
           const char *const *cells,
           gsize n_cells,
           GString *text,
           GError **error)
{
  gsize n_filled = count_filled (cells, n_cells);
  gsize column = find_column (self, n_filled);

  g_ptr_array_set_size (self->cells, (int) MAX (MAX (n_filled, self->n_columns), column + 1));
  for (gsize i = 0; i < self->cells->len; i++)
    self->cells->pdata[i] = (char *) (i < n_filled ? cells[i] : "");
  note_losses (self, column, text);
  self->cells->pdata[column] = text->str;
  return ion_table_writer_write_row (self->writer, row, (const char *const *) self->cells->pdata,
                                     self->cells->len, error);
}

/* Titles go back as they came, the header with its new column, totals and notes with what is said
 * of them. */
static void
write_beside_cb (gint64 row,
                 const char *const *cells,
                 gsize n_cells,
                 GPtrArray *issues,
                 gpointer user_data)
{
  IonImportOutput *self = user_data;
  g_autoptr (GString) text = NULL;

  if (self->error != NULL)
    return;
  if (row < self->header_row)
    {
      ion_table_writer_write_row (self->writer, row, cells, count_filled (cells, n_cells),
                                  &self->error);
      return;
    }
  text = row == self->header_row ? g_string_new (ION_RECIPIENT_FILE_ERRORS_COLUMN)
                                 : ion_issue_text_new (issues, row);
  write_row (self, row, cells, n_cells, text, &self->error);
}

/* Returns: FALSE with @error where @path is the very file that is read */
static gboolean
check_path (const char *path, const char *source, GError **error)
{
  struct stat a, b;

  if (source == NULL || stat (path, &a) != 0 || stat (source, &b) != 0 || a.st_dev != b.st_dev ||
      a.st_ino != b.st_ino)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("%s is the file that is being read. Give the corrected file another name."),
               path);
  return FALSE;
}

static gboolean
take_error (IonImportOutput *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
begin (IonImportOutput *self, IonRecipientFile *file, GError **error)
{
  const IonTableLayout layout = {
    .header_row = self->header_row,
    .n_columns = MAX (self->n_columns, self->column + 1),
    .wide_column = (gssize) self->column,
  };

  self->row = 0;
  self->writer =
      ion_table_writer_open (self->path, ion_recipient_file_get_table (file), &layout, error);
  if (self->writer == NULL)
    return FALSE;
  ion_recipient_file_set_beside_func (file, write_beside_cb, self);
  return take_error (self, error);
}

IonImportOutput *
ion_import_output_new (const char *path, const char *source, IonRecipientFile *file, GError **error)
{
  gssize there = ion_recipient_file_get_errors_column (file);
  IonImportOutput *self;

  if (!check_path (path, source, error))
    return NULL;
  self = g_new0 (IonImportOutput, 1);
  self->path = g_strdup (path);
  self->header_row = ion_recipient_file_get_header_row (file);
  self->n_columns = ion_recipient_file_get_n_columns (file);
  self->was_there = there >= 0;
  self->column = self->was_there ? (gsize) there : self->n_columns;
  self->is_last = self->column + 1 >= self->n_columns;
  self->cells = g_ptr_array_new ();
  self->late = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  if (begin (self, file, error))
    return self;
  ion_import_output_free (self);
  return NULL;
}

gboolean
ion_import_output_note_late (IonImportOutput *self, GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);
      GPtrArray *of_row;

      if (issue->row <= self->header_row || issue->row > self->row)
        continue;
      of_row = g_hash_table_lookup (self->late, &issue->row);
      if (of_row == NULL)
        {
          of_row = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
          g_hash_table_insert (self->late, g_memdup2 (&issue->row, sizeof issue->row), of_row);
        }
      g_ptr_array_add (of_row, ion_issue_new_with_proposal (issue->row, issue->column, issue->code,
                                                            issue->message, issue->is_warning,
                                                            issue->proposal));
    }
  return g_hash_table_size (self->late) > 0;
}

gboolean
ion_import_output_restart (IonImportOutput *self, IonRecipientFile *file, GError **error)
{
  g_clear_object (&self->writer);
  return begin (self, file, error);
}

/* The row's text with what was noted about it the first time. */
static GString *
make_text (const IonImportOutput *self, gint64 row, GPtrArray *issues)
{
  GPtrArray *late = g_hash_table_lookup (self->late, &row);
  g_autoptr (GPtrArray) all = NULL;

  if (late == NULL)
    return ion_issue_text_new (issues, row);
  all = g_ptr_array_copy (issues, NULL, NULL);
  g_ptr_array_set_free_func (all, NULL);
  g_ptr_array_extend (all, late, NULL, NULL);
  return ion_issue_text_new (all, row);
}

gboolean
ion_import_output_write (IonImportOutput *self,
                         const char *const *cells,
                         gsize n_cells,
                         gint64 row,
                         GPtrArray *issues,
                         GError **error)
{
  g_autoptr (GString) text = NULL;

  if (!take_error (self, error))
    return FALSE;
  self->row = row;
  text = make_text (self, row, issues);
  return write_row (self, row, cells, n_cells, text, error);
}

gboolean
ion_import_output_finish (IonImportOutput *self, GError **error)
{
  return take_error (self, error) && ion_table_writer_finish (self->writer, error);
}

void
ion_import_output_free (IonImportOutput *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->writer);
  g_clear_pointer (&self->late, g_hash_table_unref);
  g_free (self->path);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}
