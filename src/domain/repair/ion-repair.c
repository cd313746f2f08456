/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What spreadsheets do to cells whatever they hold: marks that make a text of a number, and the
 * errors of formulas where a value was.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-repair.h"

#include "ion-blank.h"

#include <string.h>

/**
 * ion_repair_new:
 * @kind: how sure it is
 * @code: (transfer none): static
 * @message: for the person
 * @value: (nullable): the cell as it should be
 *
 * Returns: (transfer full): the repair
 */
IonRepair *
ion_repair_new (IonRepairKind kind, const char *code, const char *message, const char *value)
{
  IonRepair *self = g_new0 (IonRepair, 1);

  self->kind = kind;
  self->code = code;
  self->message = g_strdup (message);
  self->value = g_strdup (value);
  return self;
}

void
ion_repair_free (IonRepair *self)
{
  if (self == NULL)
    return;
  g_free (self->message);
  g_free (self->value);
  g_free (self);
}

/* Returns: how many bytes the mark at @text has: a quote of any kind, or "=" */
static gsize
mark_length (const char *text)
{
  static const char *const marks[] = { "'", "\"", "=", "`", "´", "‘", "’", "“", "”", "«", "»" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      return strlen (marks[i]);
  return ion_blank_length (text);
}

/**
 * ion_repair_unwrap:
 * @cell: as read
 *
 * Takes away what programs put around a value so that a spreadsheet leaves it alone: quotes, an
 * apostrophe in front, `="..."`.
 *
 * Returns: (transfer full): what is inside
 */
char *
ion_repair_unwrap (const char *cell)
{
  const char *end;
  gsize length;

  while ((length = mark_length (cell)) > 0)
    cell += length;
  end = cell;
  for (const char *p = cell; *p != '\0';)
    {
      length = *p == '=' ? 0 : mark_length (p);
      if (length > 0)
        p += length;
      else
        end = ++p;
    }
  return g_strndup (cell, (gsize) (end - cell));
}

/**
 * ion_repair_is_spreadsheet_error:
 * @cell: without blanks around it
 *
 * Returns: whether a formula has failed there, or the column was too narrow when it was exported
 */
gboolean
ion_repair_is_spreadsheet_error (const char *cell)
{
  static const char *const errors[] = {
    "#N/D",   "#N/A",    "#NV",    "#RIF!",   "#REF!",  "#BEZUG!", "#VALORE!",
    "#WERT!", "#VALUE!", "#NOME?", "#NAME?",  "#NUM!",  "#ZAHL!",  "#NULLO!",
    "#NULL!", "#DIV/0!", "#CALC!", "#CALC",   "#SPILL", "#SPILL!", "#ESPANSIONE!",
    "#CAMPO", "#FIELD!", "#BUSY!", "#ERROR!",
  };

  if (*cell != '#')
    return g_ascii_strncasecmp (cell, "Err:5", 5) == 0 && strlen (cell) == 7 &&
           g_ascii_isdigit (cell[5]) && g_ascii_isdigit (cell[6]);
  if (cell[1] == '#' && cell[strspn (cell, "#")] == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_ascii_strcasecmp (cell, errors[i]) == 0)
      return TRUE;
  return FALSE;
}
