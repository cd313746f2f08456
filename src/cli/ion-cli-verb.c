/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Finds the verb that was asked for and gives it its options, parsed. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb.h"

#include <glib/gi18n.h>

gboolean
ion_cli_has_group (const char *group)
{
  for (const IonCliVerb *const *verb = ion_cli_list_verbs (); *verb != NULL; verb++)
    if (g_str_equal ((*verb)->group, group))
      return TRUE;
  return FALSE;
}

const IonCliVerb *
ion_cli_find_verb (char **words, int *used)
{
  if (words[0] == NULL)
    return NULL;
  for (const IonCliVerb *const *verb = ion_cli_list_verbs (); *verb != NULL; verb++)
    {
      if (!g_str_equal ((*verb)->group, words[0]))
        continue;
      *used = (*verb)->verb == NULL ? 1 : 2;
      if ((*verb)->verb == NULL || g_strcmp0 ((*verb)->verb, words[1]) == 0)
        return *verb;
    }
  return NULL;
}

static char *
name_verb (const IonCliVerb *self)
{
  return self->verb == NULL ? g_strdup (self->group)
                            : g_strdup_printf ("%s %s", self->group, self->verb);
}

char *
ion_cli_verb_get_synopsis (const IonCliVerb *self)
{
  g_autofree char *name = name_verb (self);
  GString *text = g_string_new (name);

  if (*self->arguments != '\0')
    g_string_append_printf (text, " %s", self->arguments);
  if (self->options != NULL)
    g_string_append (text, " [OPTIONS]");
  return g_string_free (text, FALSE);
}

static GOptionContext *
make_context (const IonCliVerb *self)
{
  g_autofree char *name = name_verb (self);
  g_autofree char *summary = g_strconcat (name, " ", self->arguments, NULL);
  GOptionContext *context = g_option_context_new (summary);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->summary));
  if (self->description != NULL)
    g_option_context_set_description (context, _ (self->description));
  if (self->options != NULL)
    g_option_context_add_main_entries (context, self->options, GETTEXT_PACKAGE);
  return context;
}

IonResult
ion_cli_verb_run (const IonCliVerb *self, const IonCli *cli, int n_words, char **words)
{
  g_autoptr (GOptionContext) context = make_context (self);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_auto (GStrv) left = NULL;
  g_autoptr (GError) error = NULL;
  int n_left;

  g_ptr_array_add (line, (char *) g_get_prgname ());
  for (int i = 0; i < n_words; i++)
    g_ptr_array_add (line, words[i]);
  g_ptr_array_add (line, NULL);
  left = g_strdupv ((char **) line->pdata);
  if (!g_option_context_parse_strv (context, &left, &error))
    return ion_cli_usage (cli, "%s", error->message);
  /* "--" only ends the options. */
  n_left = (int) g_strv_length (left);
  for (int i = 1; i < n_left; i++)
    if (g_str_equal (left[i], "--"))
      {
        g_free (left[i]);
        memmove (left + i, left + i + 1, sizeof (char *) * (gsize) (n_left - i));
        n_left--;
        break;
      }
  n_left--;
  if (n_left < self->min_arguments || (self->max_arguments >= 0 && n_left > self->max_arguments))
    {
      g_autofree char *synopsis = ion_cli_verb_get_synopsis (self);

      return ion_cli_usage (cli, _ ("The call is: %s %s"), g_get_prgname (), synopsis);
    }
  return self->run (cli, n_left, left + 1);
}
