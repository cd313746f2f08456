/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A person with a few words on who it is, sealed: the people of the named lists and those whom
 * messages of test go to.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"

#include <string.h>

/* The place that the sealed bytes are bound to. */
static char *
context_of (const char *place, const IonPrint *person)
{
  GString *context = g_string_new (place);

  for (guint i = 0; i < ION_PRINT_SIZE; i++)
    g_string_append_printf (context, "%02x", person->bytes[i]);
  return g_string_free (context, FALSE);
}

GBytes *
ion_labelled_person_seal (IonVault *vault,
                          const char *place,
                          const char *fiscal_code,
                          const char *label,
                          IonPrint *person)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  g_autofree char *context = NULL;

  if (label == NULL)
    label = "";
  ion_print_person (vault, fiscal_code, person);
  context = context_of (place, person);
  g_byte_array_append (plain, (const guint8 *) fiscal_code, strlen (fiscal_code) + 1);
  g_byte_array_append (plain, (const guint8 *) label, strlen (label) + 1);
  return ion_vault_seal (vault, plain->data, plain->len, context);
}

gboolean
ion_labelled_person_open (IonQuery *query,
                          IonVault *vault,
                          const char *place,
                          char **fiscal_code,
                          char **label,
                          GError **error)
{
  g_autoptr (GBytes) plain = NULL;
  g_autofree char *context = NULL;
  IonPrint person = { { 0 } };
  const void *bytes;
  const char *text;
  gsize size;

  bytes = ion_query_get_bytes (query, 0, &size);
  if (size == ION_PRINT_SIZE)
    memcpy (&person, bytes, ION_PRINT_SIZE);
  context = context_of (place, &person);
  bytes = ion_query_get_bytes (query, 1, &size);
  plain = ion_vault_open (vault, bytes, size, context, error);
  if (plain == NULL)
    return FALSE;
  text = g_bytes_get_data (plain, NULL);
  *fiscal_code = g_strdup (text);
  *label = g_strdup (text + strlen (text) + 1);
  return TRUE;
}
