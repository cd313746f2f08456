/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ion_doubts_explain_accepted:
 * @codes: (nullable): as a campaign keeps them: "names-do-not-match,same-file"
 *
 * What was odd about the file as a whole, and was accepted by a person. Pure.
 *
 * Returns: (transfer full) (nullable): sentences; %NULL where there was nothing
 */
char *ion_doubts_explain_accepted (const char *codes);

G_END_DECLS
