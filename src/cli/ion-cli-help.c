/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The help of the command and its man pages, both made from the verbs themselves, so that they
 * cannot drift.
 */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-help.h"

#include <glib/gi18n.h>

static const struct
{
  const char *option;
  const char *text;
} general_options[] = {
  { "--office DIR",
    N_ ("the data folder of the office; otherwise $IO_NOTIFIER_OFFICE, otherwise the "
        "place where programs keep their data") },
  { "--practice",
    N_ ("the practice office, on the built-in simulated platform: no key, no citizen") },
  { "--json",
    N_ ("one JSON value on standard output, never localised; times in UTC, amounts in cents") },
  { "--quiet", N_ ("no progress and no remarks") },
  { "--version", N_ ("the version of the program") },
};

static const struct
{
  int status;
  const char *text;
} exits[] = {
  { ION_RESULT_DONE, N_ ("done") },
  { ION_RESULT_FAILED, N_ ("failed; one line says why") },
  { ION_RESULT_USAGE, N_ ("the call is not right") },
  { ION_RESULT_WAITS, N_ ("done, but something waits for a person") },
  { ION_RESULT_SENDER_REFUSED, N_ ("the platform does not let this sender send") },
  { ION_RESULT_NO_CONNECTION, N_ ("no connection to the platform") },
  { ION_RESULT_STOPPED, N_ ("stopped before the end: run it again to go on") },
};

static void
append_verbs (GString *text, const char *group)
{
  for (const IonCliVerb *const *verb = ion_cli_list_verbs (); *verb != NULL; verb++)
    {
      g_autofree char *synopsis = NULL;

      if (group != NULL && !g_str_equal ((*verb)->group, group))
        continue;
      synopsis = ion_cli_verb_get_synopsis (*verb);
      g_string_append_printf (text, "  %s\n      %s\n", synopsis, _ ((*verb)->summary));
    }
}

char *
ion_cli_help_general (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%s\n  %s [--office DIR] [--practice] [--json] [--quiet] GROUP VERB "
                          "[ARGUMENTS] [OPTIONS]\n\n",
                          _ ("Usage:"), g_get_prgname ());
  g_string_append (text,
                   _ ("Messages from a municipality to its citizens through the app IO.\n\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (general_options); i++)
    g_string_append_printf (text, "  %-14s %s\n", general_options[i].option,
                            _ (general_options[i].text));
  g_string_append_c (text, '\n');
  append_verbs (text, NULL);
  g_string_append_printf (text, "\n%s\n", _ ("Exit status:"));
  for (gsize i = 0; i < G_N_ELEMENTS (exits); i++)
    g_string_append_printf (text, "  %d  %s\n", exits[i].status, _ (exits[i].text));
  g_string_append_printf (text, "\n%s\n", _ ("Each verb says more: GROUP VERB --help."));
  return g_string_free (text, FALSE);
}

char *
ion_cli_help_group (const char *group)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _ ("Usage:"));
  append_verbs (text, group);
  return g_string_free (text, FALSE);
}

/* roff takes a leading dot or quote and every backslash and hyphen literally only when told so. */
static void
append_roff (GString *text, const char *plain)
{
  gboolean line_start = TRUE;

  for (; *plain != '\0'; plain++)
    {
      if (line_start && (*plain == '.' || *plain == '\''))
        g_string_append (text, "\\&");
      if (*plain == '\\')
        g_string_append (text, "\\e");
      else if (*plain == '-')
        g_string_append (text, "\\-");
      else
        g_string_append_c (text, *plain);
      line_start = *plain == '\n';
    }
}

static void
append_item (GString *text, const char *term, const char *meaning)
{
  g_string_append (text, ".TP\n\\fB");
  append_roff (text, term);
  g_string_append (text, "\\fR\n");
  append_roff (text, meaning);
  g_string_append_c (text, '\n');
}

static void
append_paragraphs (GString *text, const char *description)
{
  g_auto (GStrv) paragraphs = g_strsplit (description, "\n\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      if (paragraph != paragraphs)
        g_string_append (text, ".PP\n");
      append_roff (text, *paragraph);
      g_string_append_c (text, '\n');
    }
}

static void
append_head (GString *text, const char *name, const char *summary)
{
  g_autofree char *upper = g_ascii_strup (name, -1);

  g_string_append (text, ".TH ");
  append_roff (text, upper);
  g_string_append (text, " 1 \"\" \"IO Notifier " ION_VERSION "\" \"\"\n.SH NAME\n");
  append_roff (text, name);
  g_string_append (text, " \\- ");
  append_roff (text, summary);
  g_string_append (text, "\n.SH SYNOPSIS\n\\fBio\\-notifier\\-cli\\fR ");
}

static void
append_tail (GString *text)
{
  g_string_append (text, ".SH EXIT STATUS\n");
  for (gsize i = 0; i < G_N_ELEMENTS (exits); i++)
    {
      g_autofree char *status = g_strdup_printf ("%d", exits[i].status);

      append_item (text, status, _ (exits[i].text));
    }
}

static void
append_option_entry (GString *text, const GOptionEntry *option)
{
  GString *term = g_string_new ("--");

  g_string_append (term, option->long_name);
  if (option->arg_description != NULL)
    g_string_append_printf (term, " %s", option->arg_description);
  append_item (text, term->str, option->description != NULL ? _ (option->description) : "");
  g_string_free (term, TRUE);
}

static char *
man_of_verb (const IonCliVerb *verb)
{
  GString *text = g_string_new (NULL);
  g_autofree char *synopsis = ion_cli_verb_get_synopsis (verb);
  g_autofree char *name = verb->verb == NULL
                              ? g_strdup_printf ("io-notifier-cli-%s", verb->group)
                              : g_strdup_printf ("io-notifier-cli-%s-%s", verb->group, verb->verb);

  append_head (text, name, _ (verb->summary));
  append_roff (text, synopsis);
  g_string_append (text, "\n.SH DESCRIPTION\n");
  append_paragraphs (text, verb->description != NULL ? _ (verb->description) : _ (verb->summary));
  if (verb->options != NULL)
    {
      g_string_append (text, ".SH OPTIONS\n");
      for (const GOptionEntry *option = verb->options; option->long_name != NULL; option++)
        append_option_entry (text, option);
    }
  append_tail (text);
  g_string_append (text, ".SH SEE ALSO\n\\fBio\\-notifier\\-cli\\fR(1)\n");
  return g_string_free (text, FALSE);
}

char *
ion_cli_help_man (const IonCliVerb *verb)
{
  GString *text;

  if (verb != NULL)
    return man_of_verb (verb);
  text = g_string_new (NULL);
  append_head (text, "io-notifier-cli",
               _ ("messages from a municipality to its citizens through the app IO"));
  g_string_append (text, "[OPTIONS] GROUP VERB [ARGUMENTS]\n.SH OPTIONS\n");
  for (gsize i = 0; i < G_N_ELEMENTS (general_options); i++)
    append_item (text, general_options[i].option, _ (general_options[i].text));
  g_string_append (text, ".SH COMMANDS\n");
  for (const IonCliVerb *const *each = ion_cli_list_verbs (); *each != NULL; each++)
    {
      g_autofree char *synopsis = ion_cli_verb_get_synopsis (*each);

      append_item (text, synopsis, _ ((*each)->summary));
    }
  append_tail (text);
  g_string_append (text, ".SH ENVIRONMENT\n");
  append_item (text, "IO_NOTIFIER_OFFICE",
               _ ("the data folder of the office, where --office is not given"));
  append_item (text, "CREDENTIALS_DIRECTORY",
               _ ("systemd's credentials: the keys, read-only, on a server without a keyring"));
  return g_string_free (text, FALSE);
}
