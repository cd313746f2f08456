/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A desktop's Secret Service for a real office: a bus of its own with gnome-keyring on it. */

#pragma once

#include "cli-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  GSubprocess *bus;            /* (owned) */
  GSubprocess *daemon;         /* (owned) */
  GDBusConnection *connection; /* (owned) */
} CliDesktop;

/* Starts it, unlocked, for the fixture's processes. (transfer full) (nullable): %NULL, with the
 * test skipped, where the programs are not there */
CliDesktop *cli_desktop_new (CliFixture *fixture);
/* Locks the keyring, as a screen saver may. */
void cli_desktop_lock (CliDesktop *self);
/* Ends the daemon: a bus without a Secret Service. */
void cli_desktop_end_daemon (CliDesktop *self);
void cli_desktop_free (CliDesktop *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliDesktop, cli_desktop_free)

G_END_DECLS
