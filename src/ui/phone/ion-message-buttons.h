/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-front-matter.h"

G_BEGIN_DECLS

/**
 * ion_message_buttons_read:
 * @markdown: a message's text
 * @body: (out): where the text proper begins
 *
 * Returns: (transfer full) (element-type IonButtonText) (nullable): the buttons as the app has them
 *   before it, none where there is no front matter; %NULL where the app would show a warning in the
 *   place of the message
 */
GArray *ion_message_buttons_read (const char *markdown, const char **body);

G_END_DECLS
