/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"
#include "ion-run.h"

G_BEGIN_DECLS

/**
 * ion_cli_run:
 * @what: what the progress says: the campaign's name
 *
 * Does the work in the foreground with progress and signals: the first SIGINT or SIGTERM lets
 * nothing new leave and awaits what is in flight, the second ends at once. Says on standard error
 * how it ended.
 */
IonResult
ion_cli_run (const IonCli *cli, IonOffice *office, const IonRunOptions *options, const char *what);

G_END_DECLS
