/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows of a campaign for long lists: all their numbers, the first of them, those of one person, and
 * pages by key.
 */

#include "config.h"

#include "fixture.h"

#include "ion-ledger-rows.h"

#define MASK(name) (1u << ION_DELIVERY_##name)

static void
assert_rows (GArray *rows, GError *error, guint n, const guint32 *wanted)
{
  g_assert_no_error (error);
  g_assert_nonnull (rows);
  g_assert_cmpmem (rows->data, rows->len * sizeof (guint32), wanted, n * sizeof (guint32));
}

#define ASSERT_ROWS(rows, ...)                                                 \
  assert_rows (rows, error, G_N_ELEMENTS (((const guint32[]){ __VA_ARGS__ })), \
               (const guint32[]){ __VA_ARGS__ })

/* Rows 2 to 9, of which 3 and 6 were delivered, 4 is not on IO. */
static char *
make_campaign (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = fixture_start (fixture, 8);
  const gint64 delivered[] = { 3, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (delivered); i++)
    {
      gint64 delivery = fixture_get_id (fixture, id, delivered[i]);

      g_assert_true (fixture_intend (fixture, delivery, &error));
      g_assert_true (fixture_settle_state (fixture, delivery, ION_DELIVERY_ACCEPTED, &error));
      g_assert_true (fixture_settle_state (fixture, delivery, ION_DELIVERY_DELIVERED, &error));
    }
  g_assert_true (fixture_settle_state (fixture, fixture_get_id (fixture, id, 4),
                                       ION_DELIVERY_NOT_ON_IO, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL, delivered = NULL, two_states = NULL, none = NULL;
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_campaign (&fixture);
  other = fixture_import (&fixture, 100, 3, FALSE);
  all = ion_ledger_list_delivery_rows (fixture.ledger, id, 0, NULL, &error);
  ASSERT_ROWS (all, 2, 3, 4, 5, 6, 7, 8, 9);
  delivered = ion_ledger_list_delivery_rows (fixture.ledger, id, MASK (DELIVERED), NULL, &error);
  ASSERT_ROWS (delivered, 3, 6);
  two_states = ion_ledger_list_delivery_rows (fixture.ledger, id,
                                              MASK (DELIVERED) | MASK (NOT_ON_IO), NULL, &error);
  ASSERT_ROWS (two_states, 3, 4, 6);
  none = ion_ledger_list_delivery_rows (fixture.ledger, id, MASK (UNCERTAIN), NULL, &error);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) first = NULL, pending = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_campaign (&fixture);
  first = ion_ledger_list_first_rows (fixture.ledger, id, 0, 4, &error);
  ASSERT_ROWS (first, 2, 3, 4, 5);
  pending = ion_ledger_list_first_rows (fixture.ledger, id, MASK (PENDING), 3, &error);
  ASSERT_ROWS (pending, 2, 5, 7);
  fixture_clear (&fixture);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 5000, FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_null (ion_ledger_list_delivery_rows (fixture.ledger, id, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (ion_ledger_list_delivery_rows (fixture.ledger, "nobody", 0, NULL, &unknown));
  g_assert_error (unknown, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_person (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL, nobody = NULL;
  g_autofree char *code = fixture_make_code (4);
  g_autofree char *stranger = fixture_make_code (77);
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = fixture_import (&fixture, 0, 8, FALSE);
  rows = ion_ledger_find_person_rows (fixture.ledger, id, code, &error);
  ASSERT_ROWS (rows, 6);
  nobody = ion_ledger_find_person_rows (fixture.ledger, id, stranger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nobody->len, ==, 0);
  fixture_clear (&fixture);
}

static void
assert_line (GArray *lines, guint i, guint32 row, IonDeliveryState state)
{
  const IonDeliveryLine *line = &g_array_index (lines, IonDeliveryLine, i);
  g_autofree char *code = fixture_make_code (row - 2);

  g_assert_cmpuint (line->row, ==, row);
  g_assert_cmpint (line->state, ==, state);
  g_assert_cmpstr (line->fiscal_code, ==, code);
}

/* Close together, far apart, one that is not there: the same lines. */
static void
test_lines (void)
{
  const guint32 close[] = { 3, 4, 5 };
  const guint32 apart[] = { 2, 9, 4000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = NULL, far = NULL, none = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_campaign (&fixture);
  lines = ion_ledger_read_delivery_lines (fixture.ledger, id, close, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 3);
  assert_line (lines, 0, 3, ION_DELIVERY_DELIVERED);
  assert_line (lines, 1, 4, ION_DELIVERY_NOT_ON_IO);
  assert_line (lines, 2, 5, ION_DELIVERY_PENDING);
  g_assert_cmpint (g_array_index (lines, IonDeliveryLine, 0).intended_at, >, 0);
  far = ion_ledger_read_delivery_lines (fixture.ledger, id, apart, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (far->len, ==, 2);
  assert_line (far, 0, 2, ION_DELIVERY_PENDING);
  assert_line (far, 1, 9, ION_DELIVERY_PENDING);
  none = ion_ledger_read_delivery_lines (fixture.ledger, id, NULL, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_forgotten (void)
{
  const guint32 row = 3;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *code = fixture_make_code (1);
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  id = make_campaign (&fixture);
  g_assert_cmpint (ion_ledger_forget_person (fixture.ledger, code, &error), ==, 1);
  lines = ion_ledger_read_delivery_lines (fixture.ledger, id, &row, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_array_index (lines, IonDeliveryLine, 0).fiscal_code, ==, "");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/ledger-rows/list", test_list);
  g_test_add_func ("/store/ledger-rows/first", test_first);
  g_test_add_func ("/store/ledger-rows/cancelled", test_cancelled);
  g_test_add_func ("/store/ledger-rows/person", test_person);
  g_test_add_func ("/store/ledger-rows/lines", test_lines);
  g_test_add_func ("/store/ledger-rows/forgotten", test_forgotten);

  return g_test_run ();
}
