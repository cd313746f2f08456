/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"

G_BEGIN_DECLS

/* Private to the office. */

/**
 * ion_remedy_title:
 * @prefix: "Errata corrige: "
 * @source: the people, as a draft's source
 * @subject: the former title, with its fields
 *
 * Returns: (transfer full): both as one title, shortened at its end where the longest of the people
 *   would not fit the platform's limit; a field is never cut
 */
char *ion_remedy_title (const char *prefix,
                        const char *subject,
                        IonLedger *ledger,
                        const char *campaign,
                        guint states,
                        GCancellable *cancellable,
                        GError **error);
/* Returns: (transfer full): @subject as it can stand in a text of Markdown, its fields as they are
 */
char *ion_remedy_quote (const char *subject);

G_END_DECLS
