/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The list of all verbs, in the order of the help. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

static const IonCliVerb *const verbs[] = {
  &ion_verb_practice_serve,
  &ion_verb_recipients_read,
  NULL,
};

const IonCliVerb *const *
ion_cli_list_verbs (void)
{
  return verbs;
}
