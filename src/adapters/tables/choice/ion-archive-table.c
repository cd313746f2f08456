/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What is in a zip file: a workbook of one kind or the other, or something that is often sent as
 * one. That is refused with what it is, and how to get a table out of it.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-archive-table.h"
#include "ion-ods-reader.h"
#include "ion-xlsx-book.h"
#include "ion-xlsx-reader.h"
#include "ion-zip-archive.h"
#include "ion-zip-member.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."

/* Returns: whether a file that begins with @head is an archive */
gboolean
ion_archive_table_recognises (const guint8 *head, gsize size)
{
  return size >= 4 && (memcmp (head, "PK\003\004", 4) == 0 || memcmp (head, "PK\005\006", 4) == 0);
}

static void
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT, message);
}

/* Returns: (transfer full): what the archive says that it is; "" where it does not */
static char *
read_mimetype (IonZipArchive *archive)
{
  char *mimetype = NULL;

  if (ion_zip_archive_find (archive, "mimetype") != NULL)
    mimetype = ion_zip_member_read_whole (archive, "mimetype", 100, NULL, NULL);
  return mimetype != NULL ? g_strstrip (mimetype) : g_strdup ("");
}

/* Packed anew by hand, it may no longer say what it is. */
static gboolean
is_ods (IonZipArchive *archive)
{
  g_autofree char *mimetype = read_mimetype (archive);

  return ion_zip_archive_find (archive, ION_ODS_CONTENT) != NULL &&
         (mimetype[0] == '\0' || g_str_has_prefix (mimetype, ION_ODS_MIMETYPE));
}

/* An archive that holds no workbook that can be read. */
static void
refuse_archive (IonZipArchive *archive, GError **error)
{
  g_autofree char *mimetype = read_mimetype (archive);

  if (ion_zip_archive_find (archive, "xl/workbook.bin") != NULL)
    refuse (error, _ ("This is a binary workbook (xlsb). Open it in the spreadsheet program, save "
                      "it as xlsx and choose that file."));
  else if (g_str_has_prefix (mimetype, OPEN_DOCUMENT) ||
           ion_zip_archive_find (archive, "word/document.xml") != NULL ||
           ion_zip_archive_find (archive, "ppt/presentation.xml") != NULL)
    refuse (error, _ ("This is a text or a presentation, not a table. Copy the table in it to a "
                      "spreadsheet, save that and choose it."));
  else
    refuse (error, _ ("This is an archive (zip). Unpack it, and choose the table that is in it."));
}

/* Returns: (transfer full) (nullable): where the workbook begins; %NULL with @error where there is
 * none */
static char *
find_book (IonZipArchive *archive, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *part = ion_xlsx_book_find_part (archive, &local_error);

  if (part != NULL)
    return g_steal_pointer (&part);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    refuse_archive (archive, error);
  return NULL;
}

/**
 * ion_archive_table_open:
 * @path: a file that ion_archive_table_recognises() has recognised
 * @sheet: (nullable): which sheet to read: its name, or its number from 1
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_archive_table_open (const char *path, const char *sheet, GError **error)
{
  g_autoptr (IonZipArchive) archive = ion_zip_archive_open (path, NULL, error);
  g_autofree char *part = NULL;

  if (archive == NULL)
    return NULL;
  if (is_ods (archive))
    return ion_ods_reader_new (g_steal_pointer (&archive), sheet, error);
  part = find_book (archive, error);
  if (part == NULL)
    return NULL;
  return ion_xlsx_reader_new (g_steal_pointer (&archive), part, sheet, error);
}

/* Returns: (transfer full) (nullable) (element-type utf8): the visible sheets with content */
GPtrArray *
ion_archive_table_list_sheets (const char *path, GError **error)
{
  g_autoptr (IonZipArchive) archive = ion_zip_archive_open (path, NULL, error);
  g_autofree char *part = NULL;

  if (archive == NULL)
    return NULL;
  if (is_ods (archive))
    return ion_ods_reader_list_sheets (g_steal_pointer (&archive), error);
  part = find_book (archive, error);
  return part != NULL ? ion_xlsx_reader_list_sheets (archive, part, error) : NULL;
}
