/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Which sheet of a workbook is meant. Only where there can be no doubt is it taken in silence: the
 * wrong sheet is the wrong people.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-sheet-choice.h"
#include "ion-table-limits.h"
#include "ion-table.h"

#include <glib/gi18n-lib.h>

#define NAMES_MAX 20 /* more make a message that nobody reads */

IonSheet *
ion_sheet_new (const char *name, gboolean is_hidden, gboolean has_content)
{
  IonSheet *self = g_new0 (IonSheet, 1);

  self->name = g_strdup (name);
  self->is_hidden = is_hidden;
  self->has_content = has_content;
  return self;
}

void
ion_sheet_free (IonSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

void
ion_sheet_see_text (IonSheet *self, const char *text, gsize size)
{
  for (gsize i = 0; i < size && !self->has_content; i++)
    self->has_content = (guchar) text[i] > ' ';
}

gboolean
ion_sheet_list_check_room (const GPtrArray *sheets, GError **error)
{
  if (sheets->len < ION_TABLE_SHEETS_MAX)
    return TRUE;
  g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
               _ ("The workbook has more than %d sheets."), ION_TABLE_SHEETS_MAX);
  return FALSE;
}

IonSheet *
ion_sheet_list_add (GPtrArray *sheets, const char *name, gboolean is_hidden, GError **error)
{
  IonSheet *self;

  if (!ion_sheet_list_check_room (sheets, error))
    return NULL;
  self = ion_sheet_new (name, is_hidden, FALSE);
  g_ptr_array_add (sheets, self);
  return self;
}

static gboolean
is_offered (const IonSheet *sheet)
{
  return !sheet->is_hidden && sheet->has_content;
}

/**
 * ion_sheet_list_names:
 * @sheets: (element-type IonSheet): a workbook's
 *
 * Returns: (transfer full) (element-type utf8): the visible ones with content
 */
GPtrArray *
ion_sheet_list_names (const GPtrArray *sheets)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheets->len; i++)
    {
      const IonSheet *sheet = g_ptr_array_index (sheets, i);

      if (is_offered (sheet))
        g_ptr_array_add (names, g_strdup (sheet->name));
    }
  return names;
}

static char *
join_names (const GPtrArray *sheets)
{
  g_autoptr (GPtrArray) names = ion_sheet_list_names (sheets);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < NAMES_MAX; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      /* Translators: a name, in quotation marks */
      g_string_append_printf (text, _ ("“%s”"), (const char *) g_ptr_array_index (names, i));
    }
  if (names->len > NAMES_MAX)
    g_string_append (text, "…");
  return g_string_free (text, FALSE);
}

/* Its name, exactly or without regard to case, or its number among those that are seen. */
static gboolean
find (const GPtrArray *sheets, const char *wanted, guint *index)
{
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  guint64 number = 0, n_visible = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      if (g_strcmp0 (((const IonSheet *) g_ptr_array_index (sheets, i))->name, wanted) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const IonSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *name = g_utf8_casefold (sheet->name, -1);

      if (g_str_equal (name, folded))
        {
          *index = i;
          return TRUE;
        }
    }
  if (!g_ascii_string_to_unsigned (wanted, 10, 1, G_MAXUINT, &number, NULL))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const IonSheet *sheet = g_ptr_array_index (sheets, i);

      if (!sheet->is_hidden && ++n_visible == number)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
choose_only (const GPtrArray *sheets, guint *index, GError **error)
{
  guint n = 0, n_hidden = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const IonSheet *sheet = g_ptr_array_index (sheets, i);

      if (is_offered (sheet))
        {
          *index = i;
          n++;
        }
      n_hidden += sheet->is_hidden ? 1 : 0;
    }
  if (n == 1)
    return TRUE;
  if (n > 1)
    {
      g_autofree char *names = join_names (sheets);

      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_SHEET,
                   /* Translators: the names of sheets, in quotation marks, with commas */
                   _ ("The workbook has several sheets: %s. Say which one to read with --sheet."),
                   names);
    }
  else if (n_hidden > 0)
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY,
                         _ ("The sheets that can be seen are empty. If the recipients are on a "
                            "hidden one, show it in the spreadsheet program, save the file and "
                            "choose it again."));
  else
    g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY,
                         _ ("The workbook is empty."));
  return FALSE;
}

/**
 * ion_sheet_choose:
 * @sheets: (element-type IonSheet): a workbook's, in their order
 * @wanted: (nullable): what the person says: a name, or a number from 1 among those that are seen
 * @index: (out): the sheet to read
 * @error: %ION_TABLE_ERROR_SHEET or %ION_TABLE_ERROR_EMPTY; the message names the sheets there are
 *
 * A name wins over a number. Hidden sheets are only taken by their name.
 *
 * Returns: whether it is clear which one
 */
gboolean
ion_sheet_choose (const GPtrArray *sheets, const char *wanted, guint *index, GError **error)
{
  g_autofree char *names = NULL;

  if (wanted == NULL)
    return choose_only (sheets, index, error);
  if (find (sheets, wanted, index))
    return TRUE;
  names = join_names (sheets);
  g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_SHEET,
               /* Translators: what a person has asked for, then the names of the sheets there are
                */
               _ ("The workbook has no sheet “%1$s”. It has: %2$s."), wanted, names);
  return FALSE;
}
