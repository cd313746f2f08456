/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sealing, fingerprints, and the key on paper.
 */

#include "config.h"

#include "ion-store-error.h"
#include "ion-vault.h"

#include <string.h>

#define TEXT "RSSMRA85T10A562S"

static IonVault *
make_vault (char first)
{
  guint8 key[32] = { (guint8) first };
  g_autoptr (IonSecret) secret = ion_secret_new (key, sizeof key);

  return ion_vault_new (secret);
}

static void
assert_sealed (IonVault *vault, GBytes *sealed, gsize size, const char *context)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ion_vault_open (vault, g_bytes_get_data (sealed, NULL), size, context, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED);
}

static void
test_seal (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonVault) vault = make_vault ('a'), other = make_vault ('b');
  g_autoptr (GBytes) sealed = ion_vault_seal (vault, TEXT, strlen (TEXT), "delivery:1");
  g_autoptr (GBytes) again = ion_vault_seal (vault, TEXT, strlen (TEXT), "delivery:1");
  g_autoptr (GBytes) plain = NULL;
  gsize size = g_bytes_get_size (sealed);

  plain = ion_vault_open (vault, g_bytes_get_data (sealed, NULL), size, "delivery:1", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), TEXT, strlen (TEXT));
  g_assert_false (g_bytes_equal (sealed, again));
  g_assert_null (memmem (g_bytes_get_data (sealed, NULL), size, TEXT, strlen (TEXT)));
  assert_sealed (vault, sealed, size, "delivery:2");
  assert_sealed (other, sealed, size, "delivery:1");
  for (gsize shorter = 0; shorter < size; shorter++)
    assert_sealed (vault, sealed, shorter, "delivery:1");
}

/* In place, the same comes out as in a block of its own. */
static void
test_in_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonVault) vault = make_vault ('a');
  const gsize size = strlen (TEXT);
  const gsize whole = ION_VAULT_NONCE_SIZE + size + ION_VAULT_TAG_SIZE;
  g_autofree guint8 *room = g_malloc0 (whole);
  g_autoptr (GBytes) plain = NULL;

  ion_vault_draw (room, ION_VAULT_NONCE_SIZE);
  memcpy (room + ION_VAULT_NONCE_SIZE, TEXT, size);
  ion_vault_seal_in_place (vault, room, size, "delivery:1");
  g_assert_null (memmem (room, whole, TEXT, size));
  plain = ion_vault_open (vault, room, whole, "delivery:1", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), TEXT, size);
  g_assert_null (ion_vault_open (vault, room, whole, "delivery:2", NULL));
}

static void
test_each_byte_counts (void)
{
  g_autoptr (IonVault) vault = make_vault ('a');
  g_autoptr (GBytes) sealed = ion_vault_seal (vault, TEXT, strlen (TEXT), "x");

  for (gsize i = 0; i < g_bytes_get_size (sealed); i++)
    {
      g_autofree guint8 *bytes =
          g_memdup2 (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));

      bytes[i] ^= 1;
      g_assert_null (ion_vault_open (vault, bytes, g_bytes_get_size (sealed), "x", NULL));
    }
}

static void
test_empty (void)
{
  g_autoptr (IonVault) vault = make_vault ('a');
  g_autoptr (GBytes) sealed = ion_vault_seal (vault, "", 0, "x");
  g_autoptr (GBytes) plain =
      ion_vault_open (vault, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), "x", NULL);

  g_assert_nonnull (plain);
  g_assert_cmpuint (g_bytes_get_size (plain), ==, 0);
}

static void
test_print (void)
{
  g_autoptr (IonVault) vault = make_vault ('a'), other = make_vault ('b');
  IonPrint person, same, notice, foreign, shifted;

  ion_vault_print (vault, "person", TEXT, &person);
  ion_vault_print (vault, "person", TEXT, &same);
  ion_vault_print (vault, "notice", TEXT, &notice);
  ion_vault_print (other, "person", TEXT, &foreign);
  ion_vault_print (vault, "personR", TEXT + 1, &shifted);
  g_assert_cmpmem (&person, sizeof person, &same, sizeof same);
  g_assert_cmpint (memcmp (&person, &notice, sizeof person), !=, 0);
  g_assert_cmpint (memcmp (&person, &foreign, sizeof person), !=, 0);
  g_assert_cmpint (memcmp (&person, &shifted, sizeof person), !=, 0);
}

static void
test_quick_print (void)
{
  g_autoptr (IonVault) vault = make_vault ('a'), other = make_vault ('b');
  IonPrint print, same, another, foreign;

  ion_vault_print_quickly (vault, TEXT, &print);
  ion_vault_print_quickly (vault, TEXT, &same);
  ion_vault_print_quickly (vault, TEXT + 1, &another);
  ion_vault_print_quickly (other, TEXT, &foreign);
  g_assert_cmpmem (&print, sizeof print, &same, sizeof same);
  g_assert_cmpint (memcmp (&print, &another, sizeof print), !=, 0);
  g_assert_cmpint (memcmp (&print, &foreign, sizeof print), !=, 0);
}

/* However the bytes come, the same is made of them as of the whole. */
static void
test_printer (void)
{
  g_autoptr (IonVault) vault = make_vault ('a');
  IonPrint whole, pieces, none, empty;

  ion_vault_print (vault, "file", TEXT, &whole);
  for (gsize n_first = 0; n_first <= strlen (TEXT); n_first++)
    {
      g_autoptr (IonVaultPrinter) printer = ion_vault_printer_new (vault, "file");

      ion_vault_printer_update (printer, TEXT, n_first);
      ion_vault_printer_update (printer, TEXT + n_first, strlen (TEXT) - n_first);
      ion_vault_printer_finish (printer, &pieces);
      g_assert_cmpmem (&whole, sizeof whole, &pieces, sizeof pieces);
    }
  {
    g_autoptr (IonVaultPrinter) printer = ion_vault_printer_new (vault, "file");

    ion_vault_printer_finish (printer, &none);
  }
  ion_vault_print (vault, "file", "", &empty);
  g_assert_cmpmem (&none, sizeof none, &empty, sizeof empty);
}

static void
test_wrong_length (void)
{
  g_autoptr (IonSecret) secret = ion_secret_new ("short", 5);

  g_assert_null (ion_vault_new (secret));
}

static void
test_recovery (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonSecret) key = ion_vault_generate_key (), back = NULL, typed = NULL;
  g_autofree char *text = ion_vault_key_to_recovery (key);
  g_autofree char *lower = g_ascii_strdown (text, -1);

  g_assert_cmpuint (strlen (text), ==, 14 * 5 - 1);
  back = ion_vault_key_from_recovery (text, &error);
  g_assert_no_error (error);
  g_assert_true (ion_secret_equal (key, back));
  g_strdelimit (lower, "-", ' ');
  for (char *c = lower; *c != '\0'; c++)
    *c = *c == '0' ? 'o' : *c == '1' ? 'l' : *c;
  typed = ion_vault_key_from_recovery (lower, &error);
  g_assert_no_error (error);
  g_assert_true (ion_secret_equal (key, typed));
}

/* Any one character written wrongly is noticed. */
static void
test_recovery_slip (void)
{
  g_autoptr (IonSecret) key = ion_vault_generate_key ();
  g_autofree char *text = ion_vault_key_to_recovery (key);

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      char kept = text[i];

      if (kept == '-')
        continue;
      text[i] = kept == 'A' ? 'B' : 'A';
      g_assert_null (ion_vault_key_from_recovery (text, &error));
      g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_SEALED);
      text[i] = kept;
    }
  g_assert_null (ion_vault_key_from_recovery ("", NULL));
  g_assert_null (ion_vault_key_from_recovery ("ABCD-EFGH", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/vault/seal", test_seal);
  g_test_add_func ("/store/vault/in-place", test_in_place);
  g_test_add_func ("/store/vault/each-byte-counts", test_each_byte_counts);
  g_test_add_func ("/store/vault/empty", test_empty);
  g_test_add_func ("/store/vault/print", test_print);
  g_test_add_func ("/store/vault/quick-print", test_quick_print);
  g_test_add_func ("/store/vault/printer", test_printer);
  g_test_add_func ("/store/vault/wrong-length", test_wrong_length);
  g_test_add_func ("/store/vault/recovery", test_recovery);
  g_test_add_func ("/store/vault/recovery-slip", test_recovery_slip);
  return g_test_run ();
}
