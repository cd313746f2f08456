/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one way of a key from the screen into memory.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-key-entry.h"

#include <string.h>

IonSecret *
ion_key_entry_take (GtkEditable *entry)
{
  /* Of the field's own locked buffer: no copy is made on the way. */
  const char *text = gtk_editable_get_text (entry);
  gsize length;
  IonSecret *secret = NULL;

  while (g_ascii_isspace (*text))
    text++;
  length = strlen (text);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length > 0)
    secret = ion_secret_new (text, length);
  gtk_editable_set_text (entry, "");
  return secret;
}
