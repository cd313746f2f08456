/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * OpenDocument says “a million more rows like this one” in one word: where they are empty they must
 * cost nothing, and where they are not they are rows. Comments and drawings in a cell are no part
 * of it.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ods-rows.h"
#include "ion-cell-remark.h"
#include "ion-ods-cell.h"
#include "ion-ods-names.h"
#include "ion-table-limits.h"

#include <string.h>

struct _IonOdsRows
{
  IonXmlInput *input; /* not owned */
  IonRowQueue *queue; /* not owned */
  guint sheet;        /* the one to read */
  guint n_sheets;     /* that have begun */
  guint depth;        /* tables within tables */
  guint n_aside;      /* comments and drawings that are open */
  gboolean is_reading;
  gboolean is_in_cell;
  guint n_paragraphs; /* that are open */
  IonOdsCell cell;

  gint64 row;    /* its number */
  gint64 n_rows; /* so many like it */
  gsize column;  /* of the next cell */
  gboolean is_hidden;
  gboolean is_begun; /* the row is known to hold something */
  GError *error;     /* (owned) (nullable) */
};

static void
begin_sheet (IonOdsRows *self)
{
  if (self->depth++ > 0)
    return;
  self->is_reading = self->n_sheets++ == self->sheet;
}

static void
end_sheet (IonOdsRows *self)
{
  if (self->depth == 0 || --self->depth > 0 || !self->is_reading)
    return;
  self->is_reading = FALSE;
  ion_xml_input_stop (self->input);
}

static guint64
get_number (const IonXmlAttribute *attributes, gsize n_attributes, const char *name)
{
  guint64 n = 1;

  if (!ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes,
                                                             ION_ODS_URI_TABLE, name),
                                     G_MAXINT32, &n))
    return 1;
  return MAX (n, 1);
}

static void
begin_row (IonOdsRows *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *visibility =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_TABLE, "visibility");

  self->row++;
  self->n_rows = (gint64) get_number (attributes, n_attributes, "number-rows-repeated");
  self->column = 0;
  self->is_hidden = ion_xml_attribute_equals (visibility, "collapse") ||
                    ion_xml_attribute_equals (visibility, "filter");
  self->is_begun = FALSE;
}

static void
end_row (IonOdsRows *self)
{
  gboolean is_kept = FALSE;

  if (self->is_begun && self->error == NULL)
    {
      if (self->is_hidden)
        ion_cell_remark_hidden (self->queue);
      is_kept = ion_row_queue_end (self->queue);
    }
  if (is_kept)
    ion_row_queue_repeat (self->queue, self->n_rows - 1, &self->error);
  self->row += self->n_rows - 1;
  self->is_begun = FALSE;
  if (self->error != NULL)
    ion_xml_input_stop (self->input);
}

static void
begin_cell (IonOdsRows *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  self->is_in_cell = TRUE;
  self->n_paragraphs = 0;
  ion_ods_cell_begin (&self->cell, attributes, n_attributes);
}

static void
end_cell (IonOdsRows *self)
{
  if (!self->is_in_cell)
    return;
  self->is_in_cell = FALSE;
  if (self->error == NULL && ion_ods_cell_is_filled (&self->cell))
    {
      if (!self->is_begun)
        self->is_begun = ion_row_queue_begin (self->queue, self->row, &self->error);
      if (self->is_begun)
        ion_ods_cell_hand_on (&self->cell, self->column, self->queue);
      else
        ion_xml_input_stop (self->input);
    }
  self->column += self->cell.n_columns;
}

static void
start_table (IonOdsRows *self,
             const char *name,
             const IonXmlAttribute *attributes,
             gsize n_attributes)
{
  if (strcmp (name, "table") == 0)
    begin_sheet (self);
  else if (!self->is_reading || self->depth != 1)
    return;
  else if (strcmp (name, "table-cell") == 0)
    begin_cell (self, attributes, n_attributes);
  else if (strcmp (name, "covered-table-cell") == 0)
    self->column += get_number (attributes, n_attributes, "number-columns-repeated");
  else if (strcmp (name, "table-row") == 0)
    begin_row (self, attributes, n_attributes);
}

static void
start_text (IonOdsRows *self,
            const char *name,
            const IonXmlAttribute *attributes,
            gsize n_attributes)
{
  guint64 n = 1;

  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->n_paragraphs++ == 0)
        ion_ods_cell_begin_paragraph (&self->cell);
    }
  else if (self->n_paragraphs == 0)
    return;
  else if (strcmp (name, "s") == 0)
    {
      ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes,
                                                            ION_ODS_URI_TEXT, "c"),
                                    G_MAXUINT32, &n);
      ion_ods_cell_add_character (&self->cell, ' ', n);
    }
  else if (strcmp (name, "tab") == 0)
    ion_ods_cell_add_character (&self->cell, '\t', 1);
  else if (strcmp (name, "line-break") == 0)
    ion_ods_cell_add_character (&self->cell, '\n', 1);
}

/* What stands in a cell, but is not what it says; and tables of other programs that are quoted. */
static gboolean
is_aside (guint space, const char *name)
{
  return space == ION_ODS_DRAW || (space == ION_ODS_TABLE && strcmp (name, "dde-links") == 0) ||
         (space == ION_ODS_OFFICE && strcmp (name, "annotation") == 0) ||
         (space == ION_ODS_TEXT && (strcmp (name, "ruby-text") == 0 || strcmp (name, "note") == 0));
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  IonOdsRows *self = data;

  if (is_aside (space, name))
    self->n_aside++;
  else if (self->n_aside > 0)
    return;
  else if (space == ION_ODS_TABLE)
    start_table (self, name, attributes, n_attributes);
  else if (space == ION_ODS_TEXT && self->is_in_cell)
    start_text (self, name, attributes, n_attributes);
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  IonOdsRows *self = data;

  if (is_aside (space, name))
    self->n_aside -= self->n_aside > 0 ? 1 : 0;
  else if (self->n_aside > 0)
    return;
  else if (space == ION_ODS_TEXT && self->n_paragraphs > 0 &&
           (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
    self->n_paragraphs--;
  else if (space != ION_ODS_TABLE)
    return;
  else if (strcmp (name, "table") == 0)
    end_sheet (self);
  else if (!self->is_reading || self->depth != 1)
    return;
  else if (strcmp (name, "table-cell") == 0)
    end_cell (self);
  else if (strcmp (name, "table-row") == 0)
    end_row (self);
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  IonOdsRows *self = data;

  if (self->is_in_cell && self->n_paragraphs > 0 && self->n_aside == 0)
    ion_ods_cell_add_text (&self->cell, text, size);
}

/**
 * ion_ods_rows_new:
 * @input: (not owned): at its beginning
 * @sheet: which one to read, from 0
 * @queue: (not owned): where the rows go
 *
 * Returns: (transfer full): before the first row
 */
IonOdsRows *
ion_ods_rows_new (IonXmlInput *input, guint sheet, IonRowQueue *queue)
{
  static const char *const namespaces[] = ION_ODS_NAMESPACES;
  static const IonXmlHandler handler = { namespaces, start_cb, end_cb, text_cb };
  IonOdsRows *self = g_new0 (IonOdsRows, 1);

  self->input = input;
  self->sheet = sheet;
  self->queue = queue;
  ion_ods_cell_init (&self->cell);
  ion_xml_input_begin (input, &handler, self);
  return self;
}

void
ion_ods_rows_free (IonOdsRows *self)
{
  if (self == NULL)
    return;
  ion_ods_cell_clear (&self->cell);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * ion_ods_rows_read:
 * @self: the rows
 * @is_end: (out): whether no more rows follow
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Reads one piece of the XML; any number of rows is in the queue then.
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
ion_ods_rows_read (IonOdsRows *self, gboolean *is_end, GError **error)
{
  if (!ion_xml_input_read (self->input, is_end, error))
    return FALSE;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
