/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"

G_BEGIN_DECLS

/**
 * IonCliVerb:
 *
 * One verb of the command: what --help, the man page and the parser know of it. One file per verb
 * defines one, named ion_verb_GROUP_VERB; ion-cli-verbs.c lists them.
 */
typedef struct
{
  const char *group;     /* "campaign"; for a word alone ("status") the word itself */
  const char *verb;      /* (nullable): "send" */
  const char *arguments; /* "ID", "FILE|NAME", "" */
  int min_arguments;
  int max_arguments;           /* -1 = any number */
  const char *summary;         /* N_(): one line without a full stop */
  const char *description;     /* N_(): paragraphs separated by empty lines */
  const GOptionEntry *options; /* (nullable) (array zero-terminated=1) */
  /* @arguments: what is left after the options, NULL-terminated */
  IonResult (*run) (const IonCli *cli, int n_arguments, char **arguments);
} IonCliVerb;

/* Returns: (transfer none) (array zero-terminated=1): all verbs, in the order of the help */
const IonCliVerb *const *ion_cli_list_verbs (void);

/**
 * ion_cli_find_verb:
 * @words: (array zero-terminated=1): the command line from the group on
 * @used: (out): how many of them name the verb (1 or 2)
 */
const IonCliVerb *ion_cli_find_verb (char **words, int *used);
gboolean ion_cli_has_group (const char *group);

/* Parses the verb's options out of @words and runs it. */
IonResult ion_cli_verb_run (const IonCliVerb *self, const IonCli *cli, int n_words, char **words);

/* Returns: (transfer full): "io-notifier-cli campaign send ID [OPTIONS]" */
char *ion_cli_verb_get_synopsis (const IonCliVerb *self);

G_END_DECLS
