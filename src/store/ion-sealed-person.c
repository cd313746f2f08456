/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one place that knows how a person lies in a row: everything the file said about them in one
 * sealed piece, bound to that row, so that it can be read nowhere else. Amount and due date are in
 * it too: they are values of the row like the others.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-private.h"

#include <string.h>

#include <sodium.h>
#include <glib/gi18n-lib.h>

#define VERSION   1
#define CODE_SIZE 16
#define HEAD_SIZE (1 + CODE_SIZE + 8 + 8)

G_STATIC_ASSERT (CODE_SIZE == ION_FISCAL_CODE_LENGTH);

/* A row's place, as what is sealed in it is bound to it: "delivery:ID". */
typedef struct
{
  char text[32];
} Context;

/* By hand, since printf takes as long as the sealing. */
static Context
context_of (gint64 delivery_id)
{
  static const char prefix[] = "delivery:";
  Context context;
  char digits[20];
  char *at = context.text + sizeof prefix - 1;
  guint n_digits = 0;
  guint64 left = (guint64) delivery_id;

  memcpy (context.text, prefix, sizeof prefix);
  do
    digits[n_digits++] = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  while (n_digits > 0)
    *at++ = digits[--n_digits];
  *at = '\0';
  return context;
}

static void
put_int (guint8 *at, gint64 value)
{
  guint64 little = GUINT64_TO_LE ((guint64) value);

  memcpy (at, &little, sizeof little);
}

static gint64
get_int (const guint8 *at)
{
  guint64 little;

  memcpy (&little, at, sizeof little);
  return (gint64) GUINT64_FROM_LE (little);
}

gsize
ion_sealed_person_lay_out (GByteArray *to,
                           const char *fiscal_code,
                           gint64 amount,
                           gint64 due_date,
                           const IonFields *fields)
{
  const guint start = to->len;
  guint8 *plain;

  g_byte_array_set_size (to, start + ION_VAULT_NONCE_SIZE + HEAD_SIZE);
  memset (to->data + start, 0, ION_VAULT_NONCE_SIZE + HEAD_SIZE);
  plain = to->data + start + ION_VAULT_NONCE_SIZE;
  plain[0] = VERSION;
  memcpy (plain + 1, fiscal_code, strnlen (fiscal_code, CODE_SIZE));
  put_int (plain + 1 + CODE_SIZE, amount);
  put_int (plain + 1 + CODE_SIZE + 8, due_date);
  if (fields != NULL)
    ion_fields_append_bytes (fields, to);
  g_byte_array_set_size (to, to->len + ION_VAULT_TAG_SIZE);
  return to->len - start;
}

void
ion_sealed_person_peek_code (const guint8 *room, char fiscal_code[ION_FISCAL_CODE_LENGTH + 1])
{
  memcpy (fiscal_code, room + ION_VAULT_NONCE_SIZE + 1, CODE_SIZE);
  fiscal_code[CODE_SIZE] = '\0';
}

void
ion_sealed_person_seal (guint8 *room, gsize size, IonVault *vault, gint64 delivery_id)
{
  Context context = context_of (delivery_id);

  ion_vault_seal_in_place (vault, room, size - ION_VAULT_NONCE_SIZE - ION_VAULT_TAG_SIZE,
                           context.text);
}

gboolean
ion_sealed_person_open (IonSealedPerson *person,
                        IonVault *vault,
                        gint64 delivery_id,
                        const void *sealed,
                        gsize size,
                        GError **error)
{
  Context context = context_of (delivery_id);
  g_autoptr (GBytes) plain = ion_vault_open (vault, sealed, size, context.text, error);
  const guint8 *bytes;
  gsize plain_size;

  memset (person, 0, sizeof *person);
  if (plain == NULL)
    return FALSE;
  bytes = g_bytes_get_data (plain, &plain_size);
  if (plain_size < HEAD_SIZE || bytes[0] != VERSION)
    {
      g_set_error_literal (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED,
                           _ ("A sealed row has a form that this version cannot read."));
      return FALSE;
    }
  memcpy (person->fiscal_code, bytes + 1, CODE_SIZE);
  person->amount = get_int (bytes + 1 + CODE_SIZE);
  person->due_date = get_int (bytes + 1 + CODE_SIZE + 8);
  if (plain_size > HEAD_SIZE)
    person->fields = g_bytes_new_from_bytes (plain, HEAD_SIZE, plain_size - HEAD_SIZE);
  return TRUE;
}

void
ion_sealed_person_clear (IonSealedPerson *person)
{
  sodium_memzero (person->fiscal_code, sizeof person->fiscal_code);
  g_clear_pointer (&person->fields, g_bytes_unref);
}

void
ion_print_person (IonVault *vault, const char *fiscal_code, IonPrint *out)
{
  ion_vault_print (vault, "person", fiscal_code, out);
}

void
ion_print_notice (IonVault *vault,
                  const char *fiscal_code,
                  const char *notice_number,
                  IonPrint *out)
{
  g_autofree char *both = g_strconcat (fiscal_code, "/", notice_number, NULL);

  ion_vault_print (vault, "notice", both, out);
  sodium_memzero (both, strlen (both));
}

gint64
ion_delivery_make_id (gint64 campaign, gint64 row)
{
  return campaign << ION_DELIVERY_ROW_BITS | row;
}

gint64
ion_delivery_get_row (gint64 id)
{
  return id & ION_DELIVERY_ROW_MAX;
}
