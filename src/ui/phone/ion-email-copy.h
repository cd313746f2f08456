/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So much of a text the platform's e-mail shows. */
#define ION_EMAIL_COPY_LENGTH 134 /* UTF-16 units */

/**
 * ion_email_copy_new:
 * @markdown: a message's text, front matter included
 *
 * The beginning of a message as the platform forwards it by e-mail: what follows the last "---",
 * without Markdown and without addresses, cut off where the platform cuts it off.
 *
 * Returns: (transfer full)
 */
char *ion_email_copy_new (const char *markdown);

G_END_DECLS
