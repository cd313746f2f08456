/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list that somebody looks at only becomes longer: what is in it keeps its place, also where a
 * filter would not choose it any more.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-row-union.h"

#define BITS 64

/* One bit for each row number. */
static guint64 *
mark (GArray *rows, gsize *n_words)
{
  guint32 highest = 0;
  guint64 *words;

  for (guint i = 0; i < rows->len; i++)
    highest = MAX (highest, g_array_index (rows, guint32, i));
  *n_words = (gsize) highest / BITS + 1;
  words = g_new0 (guint64, *n_words);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      words[row / BITS] |= G_GUINT64_CONSTANT (1) << (row % BITS);
    }
  return words;
}

static GArray *
copy (GArray *rows, guint n_more)
{
  GArray *copied = g_array_sized_new (FALSE, FALSE, sizeof (guint32), rows->len + n_more);

  return rows->len > 0 ? g_array_append_vals (copied, rows->data, rows->len) : copied;
}

GArray *
ion_row_union (GArray *shown, GArray *listed)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint64 *words = NULL;
  gsize n_words;
  GArray *all;

  g_return_val_if_fail (shown != NULL && listed != NULL, NULL);

  words = mark (shown, &n_words);
  for (guint i = 0; i < listed->len; i++)
    {
      guint32 row = g_array_index (listed, guint32, i);

      if (row / BITS >= n_words || (words[row / BITS] >> (row % BITS) & 1) == 0)
        g_array_append_val (more, row);
    }
  if (more->len == 0)
    return NULL;
  all = copy (shown, more->len);
  return g_array_append_vals (all, more->data, more->len);
}
