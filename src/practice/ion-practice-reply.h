/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* @body: (transfer full) */
void ion_practice_reply_json (SoupServerMessage *message, guint status, char *body);
/* An error of the platform itself. */
void ion_practice_reply_problem (SoupServerMessage *message,
                                 guint status,
                                 const char *title,
                                 const char *detail);
/* An error of the gateway before it: JSON, but no problem. */
void ion_practice_reply_gateway (SoupServerMessage *message, guint status, const char *text);
/* The gateway's, to one call too many. @wait: microseconds until the next may come */
void ion_practice_reply_throttled (SoupServerMessage *message, gint64 wait);
void ion_practice_reply_html (SoupServerMessage *message, guint status, const char *text);
/* Sends @bytes (nullable), whatever they are, and closes the connection. */
void ion_practice_reply_cut (SoupServerMessage *message, const char *bytes);

G_END_DECLS
