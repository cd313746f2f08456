/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The choice of the reader, by the file's content: names lie. A new format is a line or two here.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-table.h"
#include "ion-archive-table.h"
#include "ion-csv-reader.h"
#include "ion-excel-xml-reader.h"
#include "ion-html-reader.h"
#include "ion-markup.h"
#include "ion-ods-reader.h"
#include "ion-text-input.h"
#include "ion-xls-reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define HEAD_SIZE 4096

/* What cannot be opened, or read twice, is left to the reader of text to speak about. */
static gsize
read_head (const char *path, guint8 *head)
{
  struct stat about;
  gssize size;
  int fd;

  if (stat (path, &about) < 0 || !S_ISREG (about.st_mode))
    return 0;
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return 0;
  size = pread (fd, head, HEAD_SIZE, 0);
  close (fd);
  return size > 0 ? (gsize) size : 0;
}

static IonTable *
open_by_content (const char *path, const IonTableOptions *options, GError **error)
{
  const char *encoding = options != NULL ? options->encoding : NULL;
  const char *sheet = options != NULL ? options->sheet : NULL;
  guint8 head[HEAD_SIZE];
  gsize size;
  IonTextInput *input;

  size = read_head (path, head);
  if (ion_xls_reader_recognises (head, size))
    return ion_xls_reader_new (path, sheet, error);
  if (ion_archive_table_recognises (head, size))
    return ion_archive_table_open (path, sheet, error);
  switch (ion_markup_recognise (head, size))
    {
    case ION_MARKUP_HTML:
      return ion_html_reader_new (path, head, size, encoding, error);
    case ION_MARKUP_MHTML:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                           _ ("This is a web archive (MHTML), even if its name says otherwise. "
                              "Open it in the spreadsheet program, save it as a workbook and "
                              "choose that file."));
      return NULL;
    case ION_MARKUP_FLAT_ODS:
      return ion_ods_reader_new_flat (path, sheet, error);
    case ION_MARKUP_SPREADSHEET_2003:
      return ion_excel_xml_reader_new (path, sheet, error);
    case ION_MARKUP_NONE:
    default:
      break;
    }
  input = ion_text_input_open (path, encoding, error);
  if (input == NULL)
    return NULL;
  return ion_csv_reader_new (input, options != NULL ? options->separator : 0, error);
}

/**
 * ion_table_open:
 * @path: a file's name
 * @options: (nullable): what the person says about it
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR; the message says how to get a table that can be read
 *
 * Opens by content, not by name.
 *
 * Returns: (transfer full) (nullable): the table, before its first row
 */
IonTable *
ion_table_open (const char *path, const IonTableOptions *options, GError **error)
{
  IonTable *table;

  g_return_val_if_fail (path != NULL, NULL);

  table = open_by_content (path, options, error);
  if (table != NULL && options != NULL)
    ion_table_set_header_row (table, options->header_row);
  return table;
}

/**
 * ion_table_list_sheets:
 * @path: a file's name
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of the visible sheets that
 * hold something; none where the file is of a format without sheets
 */
GPtrArray *
ion_table_list_sheets (const char *path, GError **error)
{
  guint8 head[HEAD_SIZE];
  gsize size;

  g_return_val_if_fail (path != NULL, NULL);

  size = read_head (path, head);
  if (ion_xls_reader_recognises (head, size))
    return ion_xls_reader_list_sheets (path, error);
  if (ion_archive_table_recognises (head, size))
    return ion_archive_table_list_sheets (path, error);
  switch (ion_markup_recognise (head, size))
    {
    case ION_MARKUP_FLAT_ODS:
      return ion_ods_reader_list_sheets_flat (path, error);
    case ION_MARKUP_SPREADSHEET_2003:
      return ion_excel_xml_reader_list_sheets (path, error);
    case ION_MARKUP_HTML:
    case ION_MARKUP_MHTML:
    case ION_MARKUP_NONE:
    default:
      return g_ptr_array_new_with_free_func (g_free);
    }
}
