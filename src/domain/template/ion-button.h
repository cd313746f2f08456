/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The byte that stands for a value where only the literal part of an action is known. */
#define ION_BUTTON_PLACEHOLDER '\001'

typedef enum
{
  ION_BUTTON_ACTION_GOOD,
  ION_BUTTON_ACTION_BAD_SCHEME,    /* the app would show the message without buttons */
  ION_BUTTON_ACTION_BAD_ADDRESS,   /* nothing after the scheme, or a character that cannot be */
  ION_BUTTON_ACTION_VALUE_IN_HOST, /* a value would decide where the button leads */
} IonButtonAction;

/**
 * ion_button_action_check:
 * @action: "https://…", "tel:…", "iohandledlink://…", "ioit://…": with values already in it, or
 *   with %ION_BUTTON_PLACEHOLDER in the place of each
 *
 * Returns: whether the app takes it, and whether values stand only where they cannot change whom
 *   the button leads to
 */
IonButtonAction ion_button_action_check (const char *action);

/**
 * ion_button_action_append:
 * @out: where to
 * @action: an action that is good
 *
 * Writes the form that the app wants: an address of the web or of a phone is prefixed with
 * "iohandledlink://".
 */
void ion_button_action_append (GString *out, const char *action);

G_END_DECLS
