/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-keyring.h"

G_BEGIN_DECLS

/* The vault key is bytes, all others are texts; keyrings and credentials hold texts. */
char *ion_key_form_to_text (const char *name, IonSecret *secret);
IonSecret *ion_key_form_from_bytes (const char *name, const guint8 *data, gsize size);
void ion_key_form_wipe (void *data, gsize size);
void ion_key_form_free_text (char *text);

G_END_DECLS
