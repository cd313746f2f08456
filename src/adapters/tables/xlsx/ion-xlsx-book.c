/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The small parts of a workbook, read before the first cell. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-book.h"
#include "ion-sheet-choice.h"
#include "ion-table.h"
#include "ion-xlsx-rels.h"
#include "ion-xlsx-styles.h"
#include "ion-xml-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

const char *const ion_xlsx_namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  NULL,
};

typedef struct
{
  IonXlsxBook *book; /* (unowned) */
  GPtrArray *rels;   /* (unowned) (element-type IonXlsxRel) */
  GError *error;     /* (nullable): too many sheets */
} Reading;

static void
sheet_free (IonXlsxSheet *self)
{
  g_free (self->name);
  g_free (self->part);
  g_free (self);
}

/**
 * ion_xlsx_book_find_part:
 * @archive: an archive
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the part where the workbook begins; %NULL without @error
 * where this is no workbook of Office Open XML
 */
char *
ion_xlsx_book_find_part (IonZipArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) rels = NULL;
  const IonXlsxRel *rel;

  if (ion_zip_archive_find (archive, "[Content_Types].xml") == NULL)
    return NULL;
  rels = ion_xlsx_rels_read (archive, "", error);
  if (rels == NULL)
    return NULL;
  rel = ion_xlsx_rels_find (rels, "officeDocument", NULL);
  if (rel != NULL && ion_zip_archive_find (archive, rel->target) != NULL)
    return g_strdup (rel->target);
  return g_strdup (ion_zip_archive_find (archive, "xl/workbook.xml"));
}

static void
read_sheet (Reading *reading, const IonXmlAttribute *attributes, gsize n_attributes)
{
  g_autofree char *name = ion_xml_attribute_dup (attributes, n_attributes, NULL, "name");
  g_autofree char *id = ion_xml_attribute_dup (attributes, n_attributes, NULL, "id");
  const IonXmlAttribute *state = ion_xml_attribute_find (attributes, n_attributes, NULL, "state");
  const IonXlsxRel *rel;
  IonXlsxSheet *sheet;

  if (name == NULL || id == NULL || reading->error != NULL)
    return;
  /* Charts and macros have sheets too, without cells. */
  rel = ion_xlsx_rels_find (reading->rels, "worksheet", id);
  if (rel == NULL || !ion_sheet_list_check_room (reading->book->sheets, &reading->error))
    return;
  sheet = g_new0 (IonXlsxSheet, 1);
  sheet->name = g_steal_pointer (&name);
  sheet->part = g_strdup (rel->target);
  sheet->is_hidden = state != NULL && !ion_xml_attribute_equals (state, "visible");
  g_ptr_array_add (reading->book->sheets, sheet);
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Reading *reading = data;

  if (strcmp (name, "workbookPr") == 0)
    reading->book->is_1904 = ion_xml_attribute_is_true (attributes, n_attributes, "date1904");
  else if (strcmp (name, "sheet") == 0)
    read_sheet (reading, attributes, n_attributes);
}

static gboolean
read_parts (IonXlsxBook *self, IonZipArchive *archive, const char *part, GError **error)
{
  static const IonXmlHandler handler = { ion_xlsx_namespaces, start_cb, NULL, NULL };
  g_autoptr (GPtrArray) rels = ion_xlsx_rels_read (archive, part, error);
  Reading reading = { .book = self, .rels = rels };
  const IonXlsxRel *rel;

  if (rels == NULL || !ion_xml_stream_read_member (archive, part, &handler, &reading, NULL, error))
    return FALSE;
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return FALSE;
    }
  rel = ion_xlsx_rels_find (rels, "sharedStrings", NULL);
  if (rel != NULL && ion_zip_archive_find (archive, rel->target) != NULL)
    self->strings_part = g_strdup (rel->target);
  rel = ion_xlsx_rels_find (rels, "styles", NULL);
  if (rel != NULL && ion_zip_archive_find (archive, rel->target) != NULL)
    self->formats = ion_xlsx_styles_read (archive, rel->target, error);
  else
    self->formats = g_array_new (FALSE, TRUE, sizeof (IonCellFormat));
  return self->formats != NULL;
}

/**
 * ion_xlsx_book_read:
 * @archive: a workbook
 * @part: where it begins
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): what it says about itself
 */
IonXlsxBook *
ion_xlsx_book_read (IonZipArchive *archive, const char *part, GError **error)
{
  g_autoptr (IonXlsxBook) self = g_new0 (IonXlsxBook, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  if (!read_parts (self, archive, part, error))
    return NULL;
  if (self->sheets->len == 0)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY,
                           _ ("The workbook has no sheet with cells."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ion_xlsx_book_free (IonXlsxBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_free (self->strings_part);
  g_free (self);
}
