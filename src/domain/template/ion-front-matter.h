/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

/* A button with its values in it. */
typedef struct
{
  char *text;    /* (owned) */
  char *text_en; /* (owned) */
  char *action;  /* (owned) */
} IonButtonText;

void ion_button_text_clear (IonButtonText *self);

/**
 * ion_front_matter_append:
 * @out: where to: the very start of a message's text
 * @buttons: (array length=n_buttons): at most %ION_BUTTONS_MAX
 *
 * Writes the buttons as the app reads them: YAML between two lines of dashes, for Italian and for
 * English phones, since the latter show no button where only Italian is given.
 */
void ion_front_matter_append (GString *out, const IonButtonText *buttons, gsize n_buttons);

/**
 * ion_front_matter_skip:
 * @markdown: a message's text
 * @body: (out): where the text proper begins
 *
 * Recognises exactly what ion_front_matter_append() writes, and nothing else: whatever the app
 * would have to guess at could replace the whole message by a warning.
 *
 * Returns: whether @markdown has no front matter, or one of ours with actions that the app takes
 */
gboolean ion_front_matter_skip (const char *markdown, const char **body);

/**
 * ion_front_matter_find_fence:
 * @text: a text without front matter
 *
 * The e-mail copy of a message keeps only what follows the last line of dashes, so that none may
 * stand in a text.
 *
 * Returns: (nullable): the first line of @text that is three dashes or more
 */
const char *ion_front_matter_find_fence (const char *text);

G_END_DECLS
