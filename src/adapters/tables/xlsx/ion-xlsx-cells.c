/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A sheet as programs write it: with cells that name their place or do not, in order or not, whose
 * values stand in one of seven ways. Nothing of that is fatal; what a person would see otherwise in
 * the spreadsheet program is said.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-cells.h"
#include "ion-cell-remark.h"
#include "ion-cell-text.h"
#include "ion-table-limits.h"
#include "ion-xlsx-reference.h"
#include "ion-xlsx-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE,
  TYPE_TEXT, /* of a formula */
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DATE,
} Type;

struct _IonXlsxCells
{
  IonXmlStream *stream;          /* (owned) */
  const IonXlsxBook *book;       /* (unowned) */
  const IonXlsxStrings *strings; /* (unowned) */
  IonXlsxMerges *merges;         /* (unowned) (nullable) */
  IonRowQueue *queue;            /* (unowned): while it is fed */
  GError *error;                 /* (owned) (nullable): what ended the reading */
  guint n_hidden;

  /* The row and the cell being read. */
  gint64 row;
  gsize next_column;
  gsize column;
  Type type;
  guint64 style;
  gboolean in_data, in_row, is_hidden, in_cell, in_inline, in_phonetic, in_text;
  gboolean has_formula;
  GString *value; /* (owned) */
  GString *text;  /* (owned) */
};

static void
begin_row (IonXlsxCells *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *r = ion_xml_attribute_find (attributes, n_attributes, NULL, "r");
  gint64 expected = self->row + 1;
  guint64 row;
  gboolean is_odd = FALSE;

  if (ion_xml_attribute_get_number (r, ION_TABLE_ROWS_MAX, &row) && (gint64) row >= expected)
    self->row = (gint64) row;
  else
    {
      self->row = expected;
      is_odd = r != NULL;
    }
  self->in_row = TRUE;
  self->next_column = 0;
  self->is_hidden = ion_xml_attribute_is_true (attributes, n_attributes, "hidden");
  if (!ion_row_queue_begin (self->queue, self->row, &self->error))
    ion_xml_stream_stop (self->stream);
  else if (is_odd)
    ion_row_queue_remark (self->queue, -1, "row-number",
                          _ ("The row does not stand in the file where its number says: it was "
                             "counted on from the row before."));
}

static void
end_row (IonXlsxCells *self)
{
  if (self->is_hidden && self->n_hidden < ION_TABLE_REMARKS_MAX)
    ion_cell_remark_hidden (self->queue);
  if (self->merges != NULL)
    ion_xlsx_merges_remark (self->merges, self->row, self->queue);
  if (ion_row_queue_end (self->queue) && self->is_hidden)
    self->n_hidden++;
  self->in_row = FALSE;
}

/* A cell that names no type is a number. */
static Type
read_type (const IonXmlAttribute *attribute)
{
  if (attribute->end - attribute->value > 1)
    {
      if (ion_xml_attribute_equals (attribute, "inlineStr"))
        return TYPE_INLINE;
      return ion_xml_attribute_equals (attribute, "str") ? TYPE_TEXT : TYPE_NUMBER;
    }
  switch (attribute->end > attribute->value ? *attribute->value : 'n')
    {
    case 's':
      return TYPE_SHARED;
    case 'b':
      return TYPE_BOOLEAN;
    case 'e':
      return TYPE_ERROR;
    case 'd':
      return TYPE_DATE;
    default:
      return TYPE_NUMBER;
    }
}

static void
begin_cell (IonXlsxCells *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  self->in_cell = TRUE;
  self->type = TYPE_NUMBER;
  self->style = 0;
  self->column = self->next_column;
  self->in_inline = self->in_phonetic = self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
  for (gsize i = 0; i < n_attributes; i++)
    {
      const IonXmlAttribute *attribute = &attributes[i];

      if (attribute->name[0] == '\0' || attribute->name[1] != '\0')
        continue;
      if (attribute->name[0] == 'r' && attribute->value < attribute->end &&
          g_ascii_isalpha (*attribute->value))
        ion_xlsx_reference_read_column (attribute->value, attribute->end, &self->column);
      else if (attribute->name[0] == 's')
        ion_xml_attribute_get_number (attribute, G_MAXINT, &self->style);
      else if (attribute->name[0] == 't')
        self->type = read_type (attribute);
    }
  self->next_column = self->column + 1;
}

static void
add (IonXlsxCells *self, const char *text, gsize size)
{
  ion_row_queue_add (self->queue, self->column, text, size);
}

static void
add_shared (IonXlsxCells *self)
{
  IonXmlAttribute number = { .value = self->value->str,
                             .end = self->value->str + self->value->len };
  const char *text = NULL;
  guint64 i;
  gsize size;

  if (ion_xml_attribute_get_number (&number, G_MAXUINT32, &i))
    text = ion_xlsx_strings_get (self->strings, i, &size);
  if (text != NULL)
    add (self, text, size);
  else
    ion_row_queue_remark (self->queue, (gssize) self->column, "cell-error",
                          _ ("The workbook is damaged here: the cell’s text is missing in it."));
}

static void
add_number (IonXlsxCells *self)
{
  static const IonCellFormat general = { 0 };
  const IonCellFormat *format =
      self->style < self->book->formats->len
          ? &g_array_index (self->book->formats, IonCellFormat, self->style)
          : &general;

  g_string_truncate (self->text, 0);
  if (ion_cell_text_append_literal (self->text, self->value->str, self->value->len, format,
                                    self->book->is_1904))
    add (self, self->text->str, self->text->len);
  else
    add (self, self->value->str, self->value->len);
}

static void
add_date (IonXlsxCells *self)
{
  g_string_truncate (self->text, 0);
  if (ion_cell_text_append_iso (self->text, self->value->str))
    add (self, self->text->str, self->text->len);
  else
    add (self, self->value->str, self->value->len);
}

static void
end_cell (IonXlsxCells *self)
{
  self->in_cell = self->in_text = FALSE;
  if (self->value->len == 0)
    {
      if (self->has_formula && self->type != TYPE_TEXT)
        ion_cell_remark_no_value (self->queue, self->column);
      return;
    }
  switch (self->type)
    {
    case TYPE_SHARED:
      add_shared (self);
      break;
    case TYPE_BOOLEAN:
      g_string_assign (self->text, ion_cell_text_from_boolean (self->value->str[0] == '1' ||
                                                               self->value->str[0] == 't'));
      add (self, self->text->str, self->text->len);
      break;
    case TYPE_ERROR:
      ion_cell_remark_error (self->queue, self->column, self->value->str);
      break;
    case TYPE_DATE:
      add_date (self);
      break;
    case TYPE_INLINE:
    case TYPE_TEXT:
      ion_xlsx_text_finish (self->value, 0);
      add (self, self->value->str, self->value->len);
      break;
    case TYPE_NUMBER:
    default:
      add_number (self);
      break;
    }
}

static void
start_in_cell (IonXlsxCells *self, const char *name)
{
  if (ion_xml_name_is (name, 'v'))
    self->in_text = self->type != TYPE_INLINE;
  else if (ion_xml_name_is (name, 'f'))
    self->has_formula = TRUE;
  else if (strcmp (name, "is") == 0)
    self->in_inline = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic = TRUE;
  else if (ion_xml_name_is (name, 't'))
    self->in_text = self->type == TYPE_INLINE && self->in_inline && !self->in_phonetic;
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  IonXlsxCells *self = data;

  if (self->in_cell)
    start_in_cell (self, name);
  else if (self->in_row)
    {
      if (ion_xml_name_is (name, 'c'))
        begin_cell (self, attributes, n_attributes);
    }
  else if (self->in_data)
    {
      if (strcmp (name, "row") == 0)
        begin_row (self, attributes, n_attributes);
    }
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = TRUE;
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  IonXlsxCells *self = data;

  if (self->in_cell)
    {
      if (ion_xml_name_is (name, 'c'))
        end_cell (self);
      else if (name[0] == 'r' && strcmp (name, "rPh") == 0)
        self->in_phonetic = FALSE;
      else
        self->in_text = FALSE;
    }
  else if (self->in_row && strcmp (name, "row") == 0)
    end_row (self);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  IonXlsxCells *self = data;

  if (self->in_text)
    ion_xlsx_text_append (self->value, 0, text, size);
}

static const IonXmlHandler handler = { ion_xlsx_namespaces, start_cb, end_cb, text_cb };

/**
 * ion_xlsx_cells_new:
 * @part: where the sheet is, for messages
 * @book: (not owned): styles and dates
 * @strings: (not owned): the texts that cells share
 * @merges: (not owned) (nullable): merged cells
 *
 * Returns: (transfer full): the sheet, before its first byte
 */
IonXlsxCells *
ion_xlsx_cells_new (const char *part,
                    const IonXlsxBook *book,
                    const IonXlsxStrings *strings,
                    IonXlsxMerges *merges)
{
  IonXlsxCells *self = g_new0 (IonXlsxCells, 1);

  self->stream = ion_xml_stream_new (part, &handler, self);
  self->book = book;
  self->strings = strings;
  self->merges = merges;
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  return self;
}

void
ion_xlsx_cells_free (IonXlsxCells *self)
{
  if (self == NULL)
    return;
  ion_xml_stream_free (self->stream);
  g_clear_error (&self->error);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * ion_xlsx_cells_feed:
 * @self: a sheet
 * @queue: where its rows go; an open row goes on in it
 * @bytes: the next piece of it; a few KiB at a time, since its rows are all kept until taken
 * @size: its length; 0 where nothing follows
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where it cannot be read on
 */
gboolean
ion_xlsx_cells_feed (IonXlsxCells *self,
                     IonRowQueue *queue,
                     const char *bytes,
                     gsize size,
                     GError **error)
{
  gboolean is_good;

  self->queue = queue;
  is_good = size > 0 ? ion_xml_stream_feed (self->stream, bytes, size, error)
                     : ion_xml_stream_end (self->stream, error);
  if (self->error == NULL)
    return is_good;
  g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
