/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a field's text is read and written again. */
typedef enum
{
  ION_FIELD_FORMAT_NONE,
  ION_FIELD_FORMAT_EURO,      /* "euro" */
  ION_FIELD_FORMAT_DATE,      /* "data" */
  ION_FIELD_FORMAT_LONG_DATE, /* "data lunga" */
  ION_FIELD_FORMAT_TIME,      /* "ora" */
} IonFieldFormat;

typedef enum
{
  ION_FIELD_CASE_NONE,
  ION_FIELD_CASE_UPPER, /* "maiuscolo" */
  ION_FIELD_CASE_TITLE, /* "iniziali maiuscole" */
} IonFieldCase;

/**
 * ion_field_format_from_name:
 * @name: as a template writes it
 * @format: (inout): set when @name is a way of writing values
 * @letter_case: (inout): set when @name is about capitals
 *
 * Returns: whether there is such a format
 */
gboolean
ion_field_format_from_name (const char *name, IonFieldFormat *format, IonFieldCase *letter_case);

/**
 * ion_field_format_apply:
 * @value: a field's text
 * @language: "it", "de", …
 *
 * Returns: (transfer full) (nullable): @value as the format writes it; %NULL where it is no such
 *   value
 */
char *ion_field_format_apply (IonFieldFormat format, const char *value, const char *language);

/* Returns: (transfer full): @value in capitals, or with those of names: "ANNA D'ANGELO" -> "Anna
 * D'Angelo" */
char *ion_field_case_apply (IonFieldCase letter_case, const char *value);

/* Whether a field says yes: "sì", "si", "yes", "x", "1", "true", "vero". */
gboolean ion_field_format_is_yes (const char *value);

G_END_DECLS
