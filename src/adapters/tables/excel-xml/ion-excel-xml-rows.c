/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Cells of Excel's XML of 2003: each says its type, and days are written out. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-excel-xml-rows.h"
#include "ion-cell-remark.h"
#include "ion-cell-text.h"
#include "ion-table-limits.h"

#include <string.h>

typedef enum
{
  TYPE_STRING,
  TYPE_NUMBER,
  TYPE_DATE_TIME,
  TYPE_BOOLEAN,
  TYPE_ERROR,
} Type;

static const char *const type_names[] = { "String", "Number", "DateTime", "Boolean", "Error" };

struct _IonExcelXmlRows
{
  IonXmlInput *input;          /* not owned */
  const IonExcelXmlBook *book; /* not owned */
  IonRowQueue *queue;          /* not owned */
  guint sheet;                 /* the one to read */
  guint n_sheets;              /* that have begun */
  gboolean is_reading;
  gboolean is_in_row;
  gboolean is_in_cell;
  gboolean is_in_data;
  gboolean is_in_comment;

  gint64 row;    /* its number */
  gint64 n_more; /* rows that look like it, without cells */
  gboolean is_hidden;
  gboolean is_begun; /* the row is known to hold something */
  gsize column;
  gsize n_across; /* columns that the cell is merged with */
  gboolean is_merged;
  gboolean has_formula;
  Type type;
  const IonCellFormat *format; /* (nullable) */
  GString *data;               /* (owned) */
  GString *text;               /* (owned) */
  GError *error;               /* (owned) (nullable) */
};

static guint64
get_number (const IonXmlAttribute *attributes, gsize n_attributes, const char *name)
{
  guint64 n = 0;

  ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes, NULL, name),
                                G_MAXINT32, &n);
  return n;
}

static void
begin_row (IonExcelXmlRows *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  gint64 index = (gint64) get_number (attributes, n_attributes, "Index");

  /* Never back. */
  self->row = MAX (self->row + 1 + self->n_more, index);
  self->n_more = (gint64) get_number (attributes, n_attributes, "Span");
  self->is_hidden = ion_xml_attribute_is_true (attributes, n_attributes, "Hidden");
  self->is_in_row = TRUE;
  self->is_begun = FALSE;
  self->column = 0;
}

static void
end_row (IonExcelXmlRows *self)
{
  self->is_in_row = FALSE;
  if (!self->is_begun)
    return;
  if (self->is_hidden)
    ion_cell_remark_hidden (self->queue);
  ion_row_queue_end (self->queue);
}

static void
begin_cell (IonExcelXmlRows *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  gsize index = (gsize) get_number (attributes, n_attributes, "Index");
  g_autofree char *style = ion_xml_attribute_dup (attributes, n_attributes, NULL, "StyleID");

  if (index > 0)
    self->column = index - 1;
  self->n_across = (gsize) get_number (attributes, n_attributes, "MergeAcross");
  self->is_merged = self->n_across > 0 || get_number (attributes, n_attributes, "MergeDown") > 0;
  self->has_formula = ion_xml_attribute_find (attributes, n_attributes, NULL, "Formula") != NULL;
  self->format = style != NULL ? g_hash_table_lookup (self->book->formats, style) : NULL;
  self->type = TYPE_STRING;
  self->is_in_cell = TRUE;
  g_string_truncate (self->data, 0);
}

static void
begin_data (IonExcelXmlRows *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *type = ion_xml_attribute_find (attributes, n_attributes, NULL, "Type");

  self->is_in_data = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (type_names); i++)
    {
      if (ion_xml_attribute_equals (type, type_names[i]))
        self->type = (Type) i;
    }
}

/* A time alone is written as one of the day before the first. */
static gboolean
append_moment (GString *text, const char *iso)
{
  if (g_str_has_prefix (iso, "1899-12-3") && strlen (iso) > 11 && iso[10] == 'T')
    return ion_cell_text_append_iso (text, iso + 11);
  return ion_cell_text_append_iso (text, iso);
}

static void
append_value (IonExcelXmlRows *self)
{
  static const IonCellFormat general = { ION_CELL_KIND_NUMBER, 0 };
  const IonCellFormat *format = self->format != NULL ? self->format : &general;
  gboolean is_known = FALSE;

  if (self->type == TYPE_NUMBER)
    is_known = ion_cell_text_append_literal (self->text, self->data->str, self->data->len, format,
                                             self->book->is_1904);
  else if (self->type == TYPE_DATE_TIME)
    is_known = append_moment (self->text, self->data->str);
  else if (self->type == TYPE_BOOLEAN)
    {
      g_string_append (self->text, ion_cell_text_from_boolean (strcmp (self->data->str, "1") == 0));
      is_known = TRUE;
    }
  if (!is_known)
    g_string_append_len (self->text, self->data->str, (gssize) self->data->len);
}

static void
add_cell (IonExcelXmlRows *self)
{
  gboolean is_readable = self->column < ION_TABLE_COLUMNS_MAX;

  g_string_truncate (self->text, 0);
  if (self->type == TYPE_ERROR && is_readable)
    ion_cell_remark_error (self->queue, self->column, self->data->str);
  else
    {
      append_value (self);
      ion_row_queue_add (self->queue, self->column, self->text->str, self->text->len);
    }
  if (is_readable && self->has_formula && self->data->len == 0)
    ion_cell_remark_no_value (self->queue, self->column);
  if (is_readable && self->is_merged && self->data->len > 0)
    ion_cell_remark_merged (self->queue, self->column);
}

static void
end_cell (IonExcelXmlRows *self)
{
  self->is_in_cell = FALSE;
  if (self->data->len > 0 || self->has_formula)
    {
      if (!self->is_begun && self->error == NULL)
        self->is_begun = ion_row_queue_begin (self->queue, self->row, &self->error);
      if (self->error != NULL)
        ion_xml_input_stop (self->input);
      else
        add_cell (self);
    }
  self->column += 1 + self->n_across;
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  IonExcelXmlRows *self = data;

  if (space != ION_EXCEL_XML_SPREADSHEET)
    return;
  if (strcmp (name, "Worksheet") == 0)
    self->is_reading = self->n_sheets++ == self->sheet;
  else if (!self->is_reading)
    return;
  else if (strcmp (name, "Comment") == 0)
    self->is_in_comment = TRUE;
  else if (strcmp (name, "Row") == 0 && !self->is_in_row)
    begin_row (self, attributes, n_attributes);
  else if (strcmp (name, "Cell") == 0 && self->is_in_row && !self->is_in_cell)
    begin_cell (self, attributes, n_attributes);
  else if (strcmp (name, "Data") == 0 && self->is_in_cell && !self->is_in_comment)
    begin_data (self, attributes, n_attributes);
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  IonExcelXmlRows *self = data;

  if (space != ION_EXCEL_XML_SPREADSHEET || !self->is_reading)
    return;
  if (strcmp (name, "Data") == 0)
    self->is_in_data = FALSE;
  else if (strcmp (name, "Comment") == 0)
    self->is_in_comment = FALSE;
  else if (strcmp (name, "Cell") == 0 && self->is_in_cell)
    end_cell (self);
  else if (strcmp (name, "Row") == 0 && self->is_in_row)
    end_row (self);
  else if (strcmp (name, "Worksheet") == 0)
    ion_xml_input_stop (self->input);
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  IonExcelXmlRows *self = data;

  /* One piece beyond the limit is kept, so that it is said. */
  if (self->is_in_data && self->data->len <= ION_TABLE_CELL_MAX)
    g_string_append_len (self->data, text, (gssize) size);
}

/**
 * ion_excel_xml_rows_new:
 * @input: (not owned): at its beginning
 * @book: (not owned): what it holds
 * @sheet: which one to read, from 0
 * @queue: (not owned): where the rows go
 *
 * Returns: (transfer full): before the first row
 */
IonExcelXmlRows *
ion_excel_xml_rows_new (IonXmlInput *input,
                        const IonExcelXmlBook *book,
                        guint sheet,
                        IonRowQueue *queue)
{
  static const char *const namespaces[] = ION_EXCEL_XML_NAMESPACES;
  static const IonXmlHandler handler = { namespaces, start_cb, end_cb, text_cb };
  IonExcelXmlRows *self = g_new0 (IonExcelXmlRows, 1);

  self->input = input;
  self->book = book;
  self->sheet = sheet;
  self->queue = queue;
  self->data = g_string_new (NULL);
  self->text = g_string_new (NULL);
  ion_xml_input_begin (input, &handler, self);
  return self;
}

void
ion_excel_xml_rows_free (IonExcelXmlRows *self)
{
  if (self == NULL)
    return;
  g_string_free (self->data, TRUE);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

/* As ion_ods_rows_read(). */
gboolean
ion_excel_xml_rows_read (IonExcelXmlRows *self, gboolean *is_end, GError **error)
{
  if (!ion_xml_input_read (self->input, is_end, error))
    return FALSE;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
