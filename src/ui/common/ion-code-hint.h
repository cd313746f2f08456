/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_CODE_HINT_EMPTY,
  ION_CODE_HINT_TYPING, /* right so far */
  ION_CODE_HINT_WRONG,
  ION_CODE_HINT_DOUBTFUL, /* a code, but probably mistyped */
  ION_CODE_HINT_GOOD,
} IonCodeHint;

/**
 * ion_code_hint:
 * @typed: what stands in the field
 * @sentence: (out) (transfer full): what to say about it; "" where nothing needs to be said
 *
 * Judges a fiscal code while it is being typed: only what no further letter could put right is
 * wrong before the last one stands.
 */
IonCodeHint ion_code_hint (const char *typed, char **sentence);

G_END_DECLS
