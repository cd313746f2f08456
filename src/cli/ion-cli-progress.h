/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"

G_BEGIN_DECLS

/**
 * IonCliProgress:
 *
 * How far something has come, on standard error: a bar that redraws itself on a terminal (at most
 * ten times a second), a line every few seconds elsewhere, nothing with --quiet.
 */
typedef struct _IonCliProgress IonCliProgress;

IonCliProgress *ion_cli_progress_new (const IonCli *cli, const char *what);
/* @total: 0 where it is not known; @end: UTC seconds when it will be over, 0 = not known; @remark:
 * (nullable) */
void ion_cli_progress_set (IonCliProgress *self,
                           gint64 done,
                           gint64 total,
                           gint64 end,
                           const char *remark);
/* The same for work that tells the share of its source that was read (an IonProgressFunc):
 * @progress is the progress. */
void ion_cli_progress_cb (gint64 done, double fraction, gpointer progress);
/* Clears the line, so that what follows stands alone. */
void ion_cli_progress_free (IonCliProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCliProgress, ion_cli_progress_free)

G_END_DECLS
