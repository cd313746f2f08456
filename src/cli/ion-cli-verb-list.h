/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli-verb.h"

/* Every verb of the command, each defined in the file of its name (verb-GROUP-VERB.c). */
extern const IonCliVerb ion_verb_practice_serve;
extern const IonCliVerb ion_verb_recipients_read;
