/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * “XML Spreadsheet 2003”: what many programs still export, under the name of an old workbook. It is
 * looked through once for its sheets and for how numbers are shown; whether a sheet is hidden
 * stands behind its cells.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-excel-xml-book.h"
#include "ion-table-limits.h"

#include <string.h>

#define CODE_MAX 255 /* letters of a number format */

typedef struct
{
  IonXmlInput *input;
  IonExcelXmlBook *book;
  IonSheet *sheet; /* (unowned) (nullable): the one being read */
  char *style;     /* (owned) (nullable): the one being read */
  GString *visible;
  gboolean is_in_data;
  gboolean is_in_visible;
  gboolean is_in_comment;
  GError *error; /* (owned) (nullable) */
} Look;

/* The formats that have a name instead of a code. */
static gboolean
read_named_format (IonCellFormat *format, const char *code)
{
  static const char *const plain[] = { "Standard", "Percent", "Scientific", "Fixed",
                                       "Currency", "Yes/No",  "On/Off",     "True/False" };

  *format = (IonCellFormat){ 0 };
  if (strcmp (code, "General Date") == 0)
    format->kind = ION_CELL_KIND_DATE_TIME;
  else if (g_str_has_suffix (code, " Date"))
    format->kind = ION_CELL_KIND_DATE;
  else if (g_str_has_suffix (code, " Time"))
    format->kind = ION_CELL_KIND_TIME;
  else if (!g_str_has_prefix (code, "General") && !g_str_has_suffix (code, " Currency"))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
        {
          if (strcmp (code, plain[i]) == 0)
            return TRUE;
        }
      return FALSE;
    }
  return TRUE;
}

static void
add_format (Look *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  g_autofree char *code = ion_xml_attribute_dup (attributes, n_attributes, NULL, "Format");
  IonCellFormat format;

  if (code == NULL || self->style == NULL || strlen (code) > CODE_MAX ||
      g_hash_table_size (self->book->formats) >= ION_TABLE_STYLES_MAX)
    return;
  if (!read_named_format (&format, code))
    ion_cell_format_from_code (&format, code);
  g_hash_table_insert (self->book->formats, g_steal_pointer (&self->style),
                       g_memdup2 (&format, sizeof format));
}

static void
begin_sheet (Look *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  g_autofree char *name = ion_xml_attribute_dup (attributes, n_attributes, NULL, "Name");

  self->sheet =
      ion_sheet_list_add (self->book->sheets, name != NULL ? name : "", FALSE, &self->error);
  if (self->sheet == NULL)
    ion_xml_input_stop (self->input);
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Look *self = data;

  if (space == ION_EXCEL_XML_EXCEL)
    {
      if (strcmp (name, "Date1904") == 0)
        self->book->is_1904 = TRUE;
      self->is_in_visible = strcmp (name, "Visible") == 0;
      g_string_truncate (self->visible, 0);
    }
  else if (strcmp (name, "Data") == 0)
    self->is_in_data = !self->is_in_comment;
  else if (strcmp (name, "Comment") == 0)
    self->is_in_comment = TRUE;
  else if (strcmp (name, "Worksheet") == 0)
    begin_sheet (self, attributes, n_attributes);
  else if (strcmp (name, "Style") == 0)
    {
      g_free (self->style);
      self->style = ion_xml_attribute_dup (attributes, n_attributes, NULL, "ID");
    }
  else if (strcmp (name, "NumberFormat") == 0)
    add_format (self, attributes, n_attributes);
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  Look *self = data;

  if (space == ION_EXCEL_XML_EXCEL)
    {
      if (self->is_in_visible && self->sheet != NULL &&
          (strcmp (self->visible->str, "SheetHidden") == 0 ||
           strcmp (self->visible->str, "SheetVeryHidden") == 0))
        self->sheet->is_hidden = TRUE;
      self->is_in_visible = FALSE;
    }
  else if (strcmp (name, "Data") == 0)
    self->is_in_data = FALSE;
  else if (strcmp (name, "Comment") == 0)
    self->is_in_comment = FALSE;
  else if (strcmp (name, "Worksheet") == 0)
    self->sheet = NULL;
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  Look *self = data;

  if (self->is_in_visible && self->visible->len < CODE_MAX)
    g_string_append_len (self->visible, text, (gssize) MIN (size, CODE_MAX));
  if (self->is_in_data && self->sheet != NULL)
    ion_sheet_see_text (self->sheet, text, size);
}

/**
 * ion_excel_xml_book_read:
 * @input: at its beginning
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what the workbook holds
 */
IonExcelXmlBook *
ion_excel_xml_book_read (IonXmlInput *input, GError **error)
{
  static const char *const namespaces[] = ION_EXCEL_XML_NAMESPACES;
  static const IonXmlHandler handler = { namespaces, start_cb, end_cb, text_cb };
  g_autoptr (IonExcelXmlBook) self = g_new0 (IonExcelXmlBook, 1);
  Look look = { .input = input, .book = self, .visible = g_string_new (NULL) };
  gboolean is_read;

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_sheet_free);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ion_xml_input_begin (input, &handler, &look);
  is_read = ion_xml_input_read_all (input, error);
  g_string_free (look.visible, TRUE);
  g_free (look.style);
  if (!is_read)
    {
      g_clear_error (&look.error);
      return NULL;
    }
  if (look.error != NULL)
    {
      g_propagate_error (error, look.error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ion_excel_xml_book_free (IonExcelXmlBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->formats);
  g_free (self);
}
