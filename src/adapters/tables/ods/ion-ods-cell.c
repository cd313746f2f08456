/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * OpenDocument keeps both a cell's value and the text that was shown for it. The value counts, as
 * in the other formats; the text tells the zeros in front of a number, and which error there is.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ods-cell.h"
#include "ion-cell-remark.h"
#include "ion-cell-text.h"
#include "ion-ods-names.h"
#include "ion-table-limits.h"

#include <string.h>

static const struct
{
  const char *name;
  IonOdsValue type;
  const char *attribute; /* (nullable): that has the value */
} types[] = {
  { "string", ION_ODS_VALUE_STRING, "string-value" },
  { "float", ION_ODS_VALUE_NUMBER, "value" },
  { "currency", ION_ODS_VALUE_NUMBER, "value" },
  { "percentage", ION_ODS_VALUE_NUMBER, "value" },
  { "date", ION_ODS_VALUE_DATE, "date-value" },
  { "time", ION_ODS_VALUE_TIME, "time-value" },
  { "boolean", ION_ODS_VALUE_BOOLEAN, "boolean-value" },
};

/* What the programs show, in either language; "Err:502" and "Errore:502" besides. */
static const char *const errors[] = {
  "#N/D",   "#N/A",   "#DIV/0!", "#VALORE!", "#VALUE!", "#RIF!",  "#REF!",
  "#NOME?", "#NAME?", "#NULLO!", "#NULL!",   "#NUM!",   "#VALUE", "#VALORE",
};

void
ion_ods_cell_init (IonOdsCell *self)
{
  *self = (IonOdsCell){
    .value = g_string_new (NULL),
    .shown = g_string_new (NULL),
    .text = g_string_new (NULL),
  };
}

void
ion_ods_cell_clear (IonOdsCell *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->shown, TRUE);
  g_string_free (self->text, TRUE);
}

static void
set_value (IonOdsCell *self,
           const IonXmlAttribute *attributes,
           gsize n_attributes,
           const char *name)
{
  const IonXmlAttribute *found =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_OFFICE, name);

  if (found != NULL)
    g_string_append_len (self->value, found->value,
                         MIN (found->end - found->value, ION_TABLE_CELL_MAX + 4));
}

static void
set_type (IonOdsCell *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  const IonXmlAttribute *type =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_OFFICE, "value-type");
  const IonXmlAttribute *known =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_CALCEXT, "value-type");

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    {
      if (ion_xml_attribute_equals (type, types[i].name))
        {
          self->type = types[i].type;
          set_value (self, attributes, n_attributes, types[i].attribute);
          break;
        }
    }
  if (ion_xml_attribute_equals (known, "error"))
    self->type = ION_ODS_VALUE_ERROR;
}

static gboolean
is_spanned (const IonXmlAttribute *attributes, gsize n_attributes, const char *name)
{
  guint64 n = 1;

  return ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes,
                                                               ION_ODS_URI_TABLE, name),
                                       G_MAXUINT32, &n) &&
         n > 1;
}

/* A cell begins, with the attributes of its element. */
void
ion_ods_cell_begin (IonOdsCell *self, const IonXmlAttribute *attributes, gsize n_attributes)
{
  guint64 n = 1;

  g_string_truncate (self->value, 0);
  g_string_truncate (self->shown, 0);
  self->type = ION_ODS_VALUE_NONE;
  self->n_paragraphs = 0;
  self->has_space = FALSE;
  self->n_columns = 1;
  if (n_attributes == 0)
    {
      self->has_formula = self->is_merged = FALSE;
      return;
    }
  set_type (self, attributes, n_attributes);
  self->has_formula =
      ion_xml_attribute_find (attributes, n_attributes, ION_ODS_URI_TABLE, "formula") != NULL;
  self->is_merged = is_spanned (attributes, n_attributes, "number-columns-spanned") ||
                    is_spanned (attributes, n_attributes, "number-rows-spanned");
  if (ion_xml_attribute_get_number (ion_xml_attribute_find (attributes, n_attributes,
                                                            ION_ODS_URI_TABLE,
                                                            "number-columns-repeated"),
                                    G_MAXUINT32, &n))
    self->n_columns = MAX (n, 1);
}

/* What is beyond the limit is not kept; one byte of it is, so that it is said. */
static gboolean
is_full (const IonOdsCell *self)
{
  return self->shown->len > ION_TABLE_CELL_MAX;
}

void
ion_ods_cell_begin_paragraph (IonOdsCell *self)
{
  if (self->n_paragraphs++ > 0 && !is_full (self))
    g_string_append_c (self->shown, '\n');
  self->has_space = FALSE;
}

/* Runs of blanks are one, and none at the beginning of a paragraph. */
void
ion_ods_cell_add_text (IonOdsCell *self, const char *text, gsize size)
{
  gsize i = 0;

  while (i < size && !is_full (self))
    {
      gsize start = i;

      while (i < size && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
        i++;
      if (i > start)
        {
          if (self->has_space && self->shown->len > 0 &&
              self->shown->str[self->shown->len - 1] != '\n')
            g_string_append_c (self->shown, ' ');
          self->has_space = FALSE;
          g_string_append_len (self->shown, text + start, (gssize) (i - start));
        }
      for (; i < size && (guchar) text[i] <= ' '; i++)
        self->has_space = TRUE;
    }
}

/* A blank, a tab or a line break that is written as an element. */
void
ion_ods_cell_add_character (IonOdsCell *self, char character, gsize n)
{
  gsize length;

  if (self->has_space && self->shown->len > 0)
    g_string_append_c (self->shown, ' ');
  self->has_space = FALSE;
  if (is_full (self))
    return;
  length = self->shown->len;
  n = MIN (n, ION_TABLE_CELL_MAX + 1 - length);
  g_string_set_size (self->shown, length + n);
  memset (self->shown->str + length, character, n);
}

/* Returns: whether anything would be handed on: rows of empty cells cost nothing */
gboolean
ion_ods_cell_is_filled (const IonOdsCell *self)
{
  return self->type != ION_ODS_VALUE_NONE || self->shown->len > 0 || self->has_formula;
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* "00123" was shown for 123. */
static gboolean
is_padded (const char *shown, const char *value)
{
  const char *digits = shown + strspn (shown, "0");

  if (shown[0] != '0' || shown[1] == '\0' || !is_digits (shown) || !is_digits (value))
    return FALSE;
  return strcmp (digits, value) == 0 || (*digits == '\0' && strcmp (value, "0") == 0);
}

static gboolean
is_error (const char *shown)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      if (strcmp (shown, errors[i]) == 0)
        return TRUE;
    }
  return (g_str_has_prefix (shown, "Err:") && is_digits (shown + 4)) ||
         (g_str_has_prefix (shown, "Errore:") && is_digits (shown + 7));
}

static gboolean
append_number (IonOdsCell *self)
{
  static const IonCellFormat general = { ION_CELL_KIND_NUMBER, 0 };

  if (is_padded (self->shown->str, self->value->str))
    {
      g_string_append (self->text, self->shown->str);
      return TRUE;
    }
  return ion_cell_text_append_literal (self->text, self->value->str, self->value->len, &general,
                                       FALSE);
}

/* "PT10H30M00S"; parts of a second are dropped. */
static gboolean
append_time (IonOdsCell *self)
{
  const char *p = self->value->str;
  guint64 parts[3] = { 0 }; /* hours, minutes, seconds */
  guint64 seconds;

  if (!g_str_has_prefix (p, "PT"))
    return FALSE;
  for (p += 2; *p != '\0'; p++)
    {
      char *end;
      guint64 number = g_ascii_strtoull (p, &end, 10);
      gsize unit;

      if (end == p || !g_ascii_isdigit (*p) || number > G_MAXINT32)
        return FALSE;
      if (*end == '.' || *end == ',')
        end += 1 + strspn (end + 1, "0123456789");
      unit = *end == 'H' ? 0 : *end == 'M' ? 1 : 2;
      if (unit == 2 && *end != 'S')
        return FALSE;
      parts[unit] = number;
      p = end;
    }
  seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  ion_cell_text_append_time (self->text, seconds / 3600, (guint) (seconds / 60 % 60),
                             (guint) (seconds % 60));
  return TRUE;
}

static gboolean
append_value (IonOdsCell *self)
{
  switch (self->type)
    {
    case ION_ODS_VALUE_NUMBER:
      return append_number (self);
    case ION_ODS_VALUE_DATE:
      return ion_cell_text_append_iso (self->text, self->value->str);
    case ION_ODS_VALUE_TIME:
      return append_time (self);
    case ION_ODS_VALUE_BOOLEAN:
      g_string_append (self->text,
                       ion_cell_text_from_boolean (strcmp (self->value->str, "true") == 0));
      return TRUE;
    case ION_ODS_VALUE_STRING:
      if (self->n_paragraphs == 0)
        g_string_append_len (self->text, self->value->str, (gssize) self->value->len);
      return self->n_paragraphs == 0;
    case ION_ODS_VALUE_NONE:
    case ION_ODS_VALUE_ERROR:
    default:
      return FALSE;
    }
}

/**
 * ion_ods_cell_hand_on:
 * @self: a cell that has ended
 * @column: its column, from 0
 * @queue: with its row begun
 *
 * Adds the cell, as often as it is repeated.
 */
void
ion_ods_cell_hand_on (IonOdsCell *self, gsize column, IonRowQueue *queue)
{
  gsize n = self->n_columns;
  gboolean may_be_error =
      self->type == ION_ODS_VALUE_ERROR || self->type == ION_ODS_VALUE_NUMBER || self->has_formula;

  if (!ion_ods_cell_is_filled (self))
    return;
  /* Of those beyond the last column that is read, one is enough to say that there are some. */
  if (column < ION_TABLE_COLUMNS_MAX)
    n = MIN (n, ION_TABLE_COLUMNS_MAX - column + 1);
  else
    n = 1;
  g_string_truncate (self->text, 0);
  if (may_be_error && is_error (self->shown->str))
    self->type = ION_ODS_VALUE_ERROR;
  else if (!append_value (self))
    g_string_append_len (self->text, self->shown->str, (gssize) self->shown->len);
  for (gsize i = 0; i < n; i++, column++)
    {
      if (self->type == ION_ODS_VALUE_ERROR && column < ION_TABLE_COLUMNS_MAX)
        ion_cell_remark_error (queue, column, self->shown->len > 0 ? self->shown->str : "#N/A");
      else
        ion_row_queue_add (queue, column, self->text->str, self->text->len);
      if (self->has_formula && self->type == ION_ODS_VALUE_NONE && self->text->len == 0 &&
          column < ION_TABLE_COLUMNS_MAX)
        ion_cell_remark_no_value (queue, column);
    }
  if (self->is_merged && self->text->len > 0 && column <= ION_TABLE_COLUMNS_MAX)
    ion_cell_remark_merged (queue, column - n);
}
