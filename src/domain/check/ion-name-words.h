/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ION_NAME_WORDS_MAX   12
#define ION_NAME_LETTERS_MAX 32

/**
 * IonNameWords:
 *
 * The words of a name in capital Latin letters without signs, as fiscal codes take them.
 */
typedef struct
{
  char words[ION_NAME_WORDS_MAX][ION_NAME_LETTERS_MAX];
  gsize n;
  gboolean has_variants; /* some letters are written in two ways without their signs: ü, đ, ß */
  gboolean has_holes;    /* some characters could not be read when the file was made */
} IonNameWords;

void ion_name_words_split (IonNameWords *self, const char *name, gboolean is_variant);
void ion_name_words_append (IonNameWords *self, const IonNameWords *other);

G_END_DECLS
