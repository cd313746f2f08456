/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "cli-fixture.h"

G_BEGIN_DECLS

/*
 * Looks for what may be nowhere: keys and people, in files, texts and whole folders.
 */
typedef struct
{
  GPtrArray *needles; /* (element-type utf8) (owned) */
  char **avoid;       /* (unowned): files that the person asked for, or gave */
  guint n_files;
} CliSearch;

/* Fail where something is found. */
void cli_search_text (const CliSearch *self, const char *where, const char *text, gsize length);
void cli_search_tree (CliSearch *self, const char *path);

void cli_search_add (GPtrArray *needles, const char *text);
/* Every cell of the people's columns of a table, as written, in capital letters and in small ones.
 * (transfer full) */
GPtrArray *cli_search_collect_people (CliFixture *fixture, const char *file);

G_END_DECLS
