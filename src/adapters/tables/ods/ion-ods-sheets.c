/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * An OpenDocument spreadsheet lists its sheets nowhere: they follow one another in one stream. So
 * it is looked through once for their names, which of them are hidden and which hold anything.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ods-sheets.h"
#include "ion-ods-names.h"
#include "ion-table-limits.h"

#include <string.h>

typedef struct
{
  IonXmlInput *input;
  GPtrArray *sheets;  /* (element-type IonSheet) */
  GHashTable *hidden; /* (owned): names of the styles of sheets that are not shown */
  char *style;        /* (owned) (nullable): the style of a sheet being read */
  IonSheet *sheet;    /* (unowned) (nullable): the one being read */
  guint depth;        /* tables within tables */
  gboolean is_in_cell;
  guint n_aside; /* comments and drawings that are open */
  GError *error; /* (owned) (nullable) */
} Look;

static void
begin_sheet (Look *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  g_autofree char *name = NULL, *style = NULL;

  if (self->depth++ > 0)
    return;
  name = ion_xml_attribute_dup (attributes, n_attributes, ION_ODS_URI_TABLE, "name");
  style = ion_xml_attribute_dup (attributes, n_attributes, ION_ODS_URI_TABLE, "style-name");
  self->sheet = ion_sheet_list_add (self->sheets, name != NULL ? name : "",
                                    style != NULL && g_hash_table_contains (self->hidden, style),
                                    &self->error);
  if (self->sheet == NULL)
    ion_xml_input_stop (self->input);
}

static void
begin_cell (Look *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *type =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_OFFICE, "value-type");

  self->is_in_cell = TRUE;
  if (type != NULL && !ion_xml_attribute_equals (type, "string"))
    self->sheet->has_content = TRUE;
}

static void
start_style (Look *self, const char *name, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *found;

  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      found = ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_STYLE, "family");
      self->style =
          ion_xml_attribute_equals (found, "table")
              ? ion_xml_attribute_dup (attributes, n_attributes, ION_ODS_URI_STYLE, "name")
              : NULL;
    }
  else if (self->style != NULL && strcmp (name, "table-properties") == 0)
    {
      found = ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_TABLE, "display");
      if (ion_xml_attribute_equals (found, "false") &&
          g_hash_table_size (self->hidden) < ION_TABLE_STYLES_MAX)
        g_hash_table_add (self->hidden, g_strdup (self->style));
    }
}

/* Comments, drawings, and tables of other programs that are quoted. */
static gboolean
is_aside (guint space, const char *name)
{
  return space == ION_ODS_DRAW || (space == ION_ODS_TABLE && strcmp (name, "dde-links") == 0) ||
         (space == ION_ODS_OFFICE && strcmp (name, "annotation") == 0);
}

static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  Look *self = data;

  if (space == ION_ODS_STYLE)
    start_style (self, name, attributes, n_attributes);
  else if (is_aside (space, name))
    self->n_aside++;
  else if (self->n_aside > 0)
    return;
  else if (space == ION_ODS_TABLE && strcmp (name, "table") == 0)
    begin_sheet (self, attributes, n_attributes);
  else if (self->sheet != NULL && !self->sheet->has_content && space == ION_ODS_TABLE &&
           strcmp (name, "table-cell") == 0)
    begin_cell (self, attributes, n_attributes);
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  Look *self = data;

  if (is_aside (space, name))
    self->n_aside -= self->n_aside > 0 ? 1 : 0;
  else if (self->n_aside > 0 || space != ION_ODS_TABLE)
    return;
  else if (strcmp (name, "table-cell") == 0)
    self->is_in_cell = FALSE;
  else if (strcmp (name, "table") == 0 && self->depth > 0 && --self->depth == 0)
    self->sheet = NULL;
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  Look *self = data;

  if (self->is_in_cell && self->n_aside == 0 && self->sheet != NULL)
    ion_sheet_see_text (self->sheet, text, size);
}

GPtrArray *
ion_ods_sheets_list (IonXmlInput *input, GError **error)
{
  static const char *const namespaces[] = ION_ODS_NAMESPACES;
  static const IonXmlHandler handler = { namespaces, start_cb, end_cb, text_cb };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_sheet_free);
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Look look = { .input = input, .sheets = sheets, .hidden = hidden };
  gboolean is_read;

  ion_xml_input_begin (input, &handler, &look);
  is_read = ion_xml_input_read_all (input, error);
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
  return g_steal_pointer (&sheets);
}
