/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli-verb.h"

G_BEGIN_DECLS

/* The general help: every group and verb with its summary. (transfer full) */
char *ion_cli_help_general (void);
/* The verbs of one group. (transfer full) */
char *ion_cli_help_group (const char *group);
/* The man page of one verb, or of the command (@verb %NULL), as roff. (transfer full) */
char *ion_cli_help_man (const IonCliVerb *verb);

G_END_DECLS
