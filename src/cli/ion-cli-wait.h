/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes one asynchronous call synchronous: pass ion_cli_wait_cb() with an IonCliWait, then
 * ion_cli_wait(). */
typedef struct
{
  GMainLoop *loop;      /* (owned) */
  GAsyncResult *result; /* (owned) (nullable) */
} IonCliWait;

void ion_cli_wait_init (IonCliWait *self);
void ion_cli_wait_cb (GObject *source, GAsyncResult *result, gpointer wait);
/* Returns: (transfer none): the result, once it is there */
GAsyncResult *ion_cli_wait (IonCliWait *self);
void ion_cli_wait_clear (IonCliWait *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonCliWait, ion_cli_wait_clear)

G_END_DECLS
