/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* OpenDocument spreadsheets as a table, in constant memory. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ods-reader.h"
#include "ion-ods-rows.h"
#include "ion-ods-sheets.h"
#include "ion-row-queue.h"
#include "ion-xml-input.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MANIFEST     "META-INF/manifest.xml"
#define MANIFEST_URI "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

struct _IonOdsReader
{
  GObject parent_instance;

  IonXmlInput *input; /* (owned) (nullable) */
  IonOdsRows *rows;   /* (owned) (nullable) */
  IonRowQueue *queue; /* (owned) */
  char *sheet;        /* (owned) (nullable) */
  gboolean is_end;
};

static void ion_ods_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonOdsReader,
                               ion_ods_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_ods_reader_table_init))

static gboolean
ion_ods_reader_next (IonTable *table,
                     gint64 *row,
                     const char *const **cells,
                     gsize *n_cells,
                     GError **error)
{
  IonOdsReader *self = ION_ODS_READER (table);

  while (!ion_row_queue_take (self->queue, row, cells, n_cells))
    {
      if (self->is_end)
        return FALSE;
      if (!ion_ods_rows_read (self->rows, &self->is_end, error))
        {
          self->is_end = TRUE;
          return FALSE;
        }
    }
  return TRUE;
}

static const char *
ion_ods_reader_get_format (IonTable *table)
{
  return "ods";
}

static const char *
ion_ods_reader_get_sheet (IonTable *table)
{
  return ION_ODS_READER (table)->sheet;
}

static GPtrArray *
ion_ods_reader_take_remarks (IonTable *table)
{
  return ion_row_queue_take_remarks (ION_ODS_READER (table)->queue);
}

static double
ion_ods_reader_get_fraction (IonTable *table)
{
  return ion_xml_input_get_fraction (ION_ODS_READER (table)->input);
}

static void
ion_ods_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_ods_reader_next;
  iface->get_format = ion_ods_reader_get_format;
  iface->get_sheet = ion_ods_reader_get_sheet;
  iface->take_remarks = ion_ods_reader_take_remarks;
  iface->get_fraction = ion_ods_reader_get_fraction;
}

static void
ion_ods_reader_finalize (GObject *object)
{
  IonOdsReader *self = ION_ODS_READER (object);

  g_clear_pointer (&self->input, ion_xml_input_free);
  g_clear_pointer (&self->rows, ion_ods_rows_free);
  g_clear_pointer (&self->queue, ion_row_queue_free);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_ods_reader_parent_class)->finalize (object);
}

static void
ion_ods_reader_class_init (IonOdsReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_ods_reader_finalize;
}

static void
ion_ods_reader_init (IonOdsReader *self)
{
  self->queue = ion_row_queue_new ();
}

static void
manifest_start_cb (gpointer data,
                   guint space,
                   const char *name,
                   const IonXmlAttribute *attributes,
                   gsize n_attributes)
{
  if (strcmp (name, "encryption-data") == 0)
    *(gboolean *) data = TRUE;
}

/* Of an encrypted workbook only the list of its files can be read. */
static gboolean
check_encryption (IonZipArchive *archive, GError **error)
{
  static const char *const namespaces[] = { MANIFEST_URI, NULL };
  static const IonXmlHandler handler = { namespaces, manifest_start_cb, NULL, NULL };
  gboolean is_encrypted = FALSE;

  /* A broken list says nothing: the content will. */
  if (ion_zip_archive_find (archive, MANIFEST) != NULL)
    ion_xml_stream_read_member (archive, MANIFEST, &handler, &is_encrypted, NULL, NULL);
  if (ion_zip_archive_find (archive, "encrypted-package") != NULL)
    is_encrypted = TRUE;
  if (is_encrypted)
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED,
                         _ ("The workbook is protected by a password. Open it in the spreadsheet "
                            "program, save it without the password and choose that file."));
  return !is_encrypted;
}

/* Takes over @archive. */
static IonXmlInput *
open_content (IonZipArchive *archive, GError **error)
{
  g_autoptr (IonZipArchive) own = archive;

  if (!check_encryption (own, error))
    return NULL;
  return ion_xml_input_open_member (g_steal_pointer (&own), ION_ODS_CONTENT, error);
}

/* Takes over @input. */
static IonTable *
open_sheet (IonXmlInput *input, const char *wanted, GError **error)
{
  g_autoptr (IonOdsReader) self = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  guint index = 0;

  if (input == NULL)
    return NULL;
  self = g_object_new (ION_TYPE_ODS_READER, NULL);
  self->input = input;
  sheets = ion_ods_sheets_list (input, error);
  if (sheets == NULL || !ion_sheet_choose (sheets, wanted, &index, error) ||
      !ion_xml_input_rewind (input, error))
    return NULL;
  self->sheet = g_strdup (((const IonSheet *) g_ptr_array_index (sheets, index))->name);
  self->rows = ion_ods_rows_new (input, index, self->queue);
  return ION_TABLE (g_steal_pointer (&self));
}

/* Takes over @input. */
static GPtrArray *
list_names (IonXmlInput *input, GError **error)
{
  g_autoptr (IonXmlInput) own = input;
  g_autoptr (GPtrArray) sheets = own != NULL ? ion_ods_sheets_list (own, error) : NULL;

  return sheets != NULL ? ion_sheet_list_names (sheets) : NULL;
}

/**
 * ion_ods_reader_new:
 * @archive: (transfer full): a spreadsheet
 * @sheet: (nullable): which sheet: its name, or its number from 1
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_ods_reader_new (IonZipArchive *archive, const char *sheet, GError **error)
{
  return open_sheet (open_content (archive, error), sheet, error);
}

/**
 * ion_ods_reader_list_sheets:
 * @archive: (transfer full): a spreadsheet
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the visible sheets that hold something
 */
GPtrArray *
ion_ods_reader_list_sheets (IonZipArchive *archive, GError **error)
{
  return list_names (open_content (archive, error), error);
}

/**
 * ion_ods_reader_new_flat:
 * @path: a spreadsheet in one file of XML
 * @sheet: (nullable): which sheet: its name, or its number from 1
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_ods_reader_new_flat (const char *path, const char *sheet, GError **error)
{
  return open_sheet (ion_xml_input_open_file (path, error), sheet, error);
}

/* Returns: (transfer full) (nullable) (element-type utf8): the visible sheets that hold something
 */
GPtrArray *
ion_ods_reader_list_sheets_flat (const char *path, GError **error)
{
  return list_names (ion_xml_input_open_file (path, error), error);
}
