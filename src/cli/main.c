/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* io-notifier-cli: the headless program. Reads what stands before the group, then hands over to the
 * verb. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-help.h"
#include "ion-cli-verb.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* No core dump may carry a key or a person; files are for their owner alone. */
static void
harden_process (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  umask (0077);
}

/* $TEXTDOMAINDIR, as gettext's own tools read it: a program that is not installed finds its
 * catalogues. */
static void
set_up_locale (void)
{
  const char *folder = g_getenv ("TEXTDOMAINDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The options before the group; stops at the first word that is none. */
static gboolean
parse_general (IonCli *cli, int *argc, char ***argv, gboolean *help, GError **error)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "office", 0, 0, G_OPTION_ARG_FILENAME, &cli->office, NULL, "DIR" },
    { "practice", 0, 0, G_OPTION_ARG_NONE, &cli->practice, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &cli->quiet, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (version)
    {
      ion_cli_print ("IO Notifier %s\n", ION_VERSION);
      exit (ION_RESULT_DONE);
    }
  return TRUE;
}

/* For whoever makes man pages or completions of every verb. */
static IonResult
list_verbs (void)
{
  for (const IonCliVerb *const *verb = ion_cli_list_verbs (); *verb != NULL; verb++)
    ion_cli_print ("%s%s%s\n", (*verb)->group, (*verb)->verb != NULL ? " " : "",
                   (*verb)->verb != NULL ? (*verb)->verb : "");
  return ION_RESULT_DONE;
}

static IonResult
print_help (const IonCli *cli, char **words)
{
  g_autofree char *text = NULL;
  const IonCliVerb *verb = NULL;
  int used;

  if (g_strcmp0 (words[0], "--list") == 0)
    return list_verbs ();
  if (words[0] != NULL && g_str_equal (words[0], "--man"))
    {
      if (g_strcmp0 (words[1], "--list") == 0)
        return list_verbs ();
      if (words[1] != NULL && (verb = ion_cli_find_verb (words + 1, &used)) == NULL)
        return ion_cli_usage (cli, _ ("There is no “%s %s”."), words[1],
                              words[2] != NULL ? words[2] : "");
      text = ion_cli_help_man (verb);
    }
  else
    text = words[0] != NULL && ion_cli_has_group (words[0]) ? ion_cli_help_group (words[0])
                                                            : ion_cli_help_general ();
  ion_cli_print ("%s", text);
  return ION_RESULT_DONE;
}

/* General options are also understood after the verb, where people put them. */
static int
take_general_words (IonCli *cli, char **words)
{
  int n = 0;
  gboolean ended = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      ended = ended || g_str_equal (*word, "--");
      if (!ended && g_str_equal (*word, "--json"))
        cli->json = TRUE;
      else if (!ended && g_str_equal (*word, "--quiet"))
        cli->quiet = TRUE;
      else
        words[n++] = *word;
    }
  words[n] = NULL;
  return n;
}

static IonResult
run (IonCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const IonCliVerb *verb;
  char **words;
  int used;

  if (!parse_general (cli, &argc, &argv, &help, &error))
    return ion_cli_usage (cli, "%s", error->message);
  words = argv + 1;
  if (words[0] != NULL && g_str_equal (words[0], "--"))
    words++;
  if (help || (words[0] != NULL && g_str_equal (words[0], "help")))
    return print_help (cli, help ? words : words + 1);
  verb = ion_cli_find_verb (words, &used);
  if (verb != NULL)
    {
      words += used;
      return ion_cli_verb_run (verb, cli, take_general_words (cli, words), words);
    }
  if (words[0] == NULL)
    return ion_cli_usage (cli, "%s", _ ("Say what to do: a group and a verb."));
  if (ion_cli_has_group (words[0]) && words[1] != NULL &&
      (g_str_equal (words[1], "--help") || g_str_equal (words[1], "-h")))
    return print_help (cli, words);
  return ion_cli_usage (cli, _ ("There is no “%s %s”."), words[0],
                        words[1] != NULL ? words[1] : "");
}

int
main (int argc, char **argv)
{
  IonCli cli = { 0 };
  IonResult status;

  harden_process ();
  /* Standard output is for data alone. */
  g_log_writer_default_set_use_stderr (TRUE);
  set_up_locale ();
  g_set_prgname ("io-notifier-cli");
  status = run (&cli, argc, argv);
  g_free (cli.office);
  if (fflush (stdout) != 0 && status == ION_RESULT_DONE)
    status = ION_RESULT_FAILED;
  return status;
}
