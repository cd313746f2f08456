/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"
#include "ion-delivery-state.h"

G_BEGIN_DECLS

/* A key from @file, or from standard input for "-". Never from an argument. (transfer full)
 * (nullable) */
IonSecret *ion_cli_read_secret (const char *file, GError **error);
/* One line of standard input, without its end; bounded. (transfer full) (nullable) */
char *ion_cli_read_line (GError **error);
/* All of standard input, bounded to @most bytes. (transfer full) (nullable) */
char *ion_cli_read_all (gsize most, GError **error);
/* Asks on the terminal; the question ends with what is typed to agree ("sì"). FALSE where there is
 * no terminal. */
gboolean ion_cli_ask (const char *question);
gboolean ion_cli_has_terminal (void);

/* "2026-12-01T09:30:00Z" or as written in Italy. UTC seconds. */
gboolean ion_cli_parse_moment (const char *text, gint64 *utc, GError **error);
/* Row numbers of repeated --row. (transfer full) (array length=n) (nullable) */
gint64 *ion_cli_parse_rows (char **texts, gsize *n, GError **error);
/* A whole number within bounds. */
gboolean
ion_cli_parse_number (const char *text, gint64 min, gint64 max, gint64 *number, GError **error);

G_END_DECLS
