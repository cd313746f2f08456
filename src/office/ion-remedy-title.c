/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The former title within the new one. Its fields are each person's, so how long it becomes is
 * known only when all were looked at.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-remedy-title.h"

#include "ion-field-text.h"
#include "ion-ledger-deliveries.h"

#include <string.h>

/* Where a piece that begins at @text ends: a field whole, else a word with the blanks before it. */
static const char *
end_of_piece (const char *text)
{
  const char *p = text;
  int depth = 0;

  if (!g_str_has_prefix (p, "{{"))
    {
      while (g_ascii_isspace (*p))
        p++;
      while (*p != '\0' && !g_ascii_isspace (*p) && !g_str_has_prefix (p, "{{"))
        p++;
      return p;
    }
  do
    {
      int change = g_str_has_prefix (p, "{{") ? 1 : g_str_has_prefix (p, "}}") ? -1 : 0;

      depth += change;
      p += change != 0 ? 2 : 1;
    }
  while (depth > 0 && *p != '\0');
  return p;
}

/* Returns: (transfer full) (element-type utf8): titles, each shorter than the one before */
static GPtrArray *
list_candidates (const char *prefix, const char *subject)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = subject; *p != '\0';)
    {
      gsize at;

      p = end_of_piece (p);
      at = (gsize) (p - subject);
      g_array_append_val (ends, at);
    }
  g_ptr_array_add (titles, g_strconcat (prefix, subject, NULL));
  for (guint i = ends->len; i > 1; i--)
    {
      g_autofree char *part = g_strndup (subject, g_array_index (ends, gsize, i - 2));

      g_ptr_array_add (titles, g_strconcat (prefix, g_strchomp (part), "…", NULL));
    }
  /* Where even the first piece is too long for somebody: the form alone. */
  g_ptr_array_add (titles, g_strndup (prefix, strcspn (prefix, ":")));
  return titles;
}

static void
strike_out (GPtrArray *texts, const IonDelivery *delivery)
{
  while (texts->len > 1)
    {
      g_autofree char *title = ion_field_text_merge (texts->pdata[0], delivery->fields, "it", NULL);

      if (title == NULL || ion_utf16_length (title) <= ION_SUBJECT_MAX)
        return;
      g_ptr_array_remove_index (texts, 0);
    }
}

static gboolean
measure_cb (const IonDelivery *delivery, gpointer data, GError **error)
{
  if (delivery->fields != NULL)
    strike_out (data, delivery);
  return TRUE;
}

char *
ion_remedy_title (const char *prefix,
                  const char *subject,
                  IonLedger *ledger,
                  const char *campaign,
                  guint states,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) titles = list_candidates (prefix, subject);
  g_autoptr (GPtrArray) texts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_field_text_free);
  guint n_struck;

  for (guint i = 0; i < titles->len; i++)
    {
      IonFieldText *text = ion_field_text_parse (titles->pdata[i], "", ION_ESCAPE_PLAIN, error);

      if (text == NULL)
        return NULL;
      g_ptr_array_add (texts, text);
    }
  if (!ion_ledger_each_delivery (ledger, campaign, states, measure_cb, texts, cancellable, error))
    return NULL;
  n_struck = titles->len - texts->len;
  return g_strdup (titles->pdata[n_struck]);
}

char *
ion_remedy_quote (const char *subject)
{
  GString *quote = g_string_new (NULL);

  for (const char *p = subject; *p != '\0';)
    {
      const char *end = end_of_piece (p);

      if (g_str_has_prefix (p, "{{"))
        g_string_append_len (quote, p, end - p);
      else
        for (; p < end; p++)
          {
            if (strchr ("\\`*_[]<>#~|", *p) != NULL)
              g_string_append_c (quote, '\\');
            g_string_append_c (quote, *p);
          }
      p = end;
    }
  return g_string_free (quote, FALSE);
}
