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

static char *
context_of (gint64 delivery_id)
{
  return g_strdup_printf ("delivery:%" G_GINT64_FORMAT, delivery_id);
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

GBytes *
ion_sealed_person_seal (const IonSealedPerson *person, IonVault *vault, gint64 delivery_id)
{
  g_autofree char *context = context_of (delivery_id);
  gsize fields_size = 0;
  const void *fields =
      person->fields != NULL ? g_bytes_get_data (person->fields, &fields_size) : NULL;
  gsize size = HEAD_SIZE + fields_size;
  guint8 *plain = g_malloc0 (size);
  GBytes *sealed;

  plain[0] = VERSION;
  memcpy (plain + 1, person->fiscal_code, strnlen (person->fiscal_code, CODE_SIZE));
  put_int (plain + 1 + CODE_SIZE, person->amount);
  put_int (plain + 1 + CODE_SIZE + 8, person->due_date);
  if (fields_size > 0)
    memcpy (plain + HEAD_SIZE, fields, fields_size);
  sealed = ion_vault_seal (vault, plain, size, context);
  sodium_memzero (plain, size);
  g_free (plain);
  return sealed;
}

gboolean
ion_sealed_person_open (IonSealedPerson *person,
                        IonVault *vault,
                        gint64 delivery_id,
                        const void *sealed,
                        gsize size,
                        GError **error)
{
  g_autofree char *context = context_of (delivery_id);
  g_autoptr (GBytes) plain = ion_vault_open (vault, sealed, size, context, error);
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
