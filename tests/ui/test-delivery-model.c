/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The list of a campaign's messages: the first rows at once, the rest soon, changes in place, and
 * nothing jumps.
 */

#include "config.h"

#include "ui-fixture.h"

#include "ion-delivery-model.h"
#include "ion-ledger-campaigns.h"
#include "ion-ledger-rows.h"

#define MASK(name) (1u << ION_DELIVERY_##name)
#define ROWS       450

typedef struct
{
  UiFixture ui;
  char *id;                /* (owned) */
  IonDeliveryModel *model; /* (owned) */
  guint n_changes;
  guint most_added; /* at once, before the list had two hundred */
  gboolean has_removed;
  gboolean has_moved; /* something changed elsewhere than at the end */
} Rig;

static void
changed_cb (GListModel *list, guint position, guint removed, guint added, Rig *rig)
{
  rig->n_changes++;
  rig->has_removed |= removed > 0;
  rig->has_moved |= position + added != g_list_model_get_n_items (list);
  if (g_list_model_get_n_items (list) < 200)
    rig->most_added = MAX (rig->most_added, added);
}

static void
rig_init (Rig *rig)
{
  ui_fixture_set_up (&rig->ui);
  rig->id = ui_fixture_add_campaign (&rig->ui, "Rette", ROWS);
  rig->model = ion_delivery_model_new (rig->ui.desk, rig->id, NULL);
  rig->n_changes = rig->most_added = 0;
  rig->has_removed = rig->has_moved = FALSE;
  g_signal_connect (rig->model, "items-changed", G_CALLBACK (changed_cb), rig);
}

static void
rig_clear (Rig *rig)
{
  ion_delivery_model_close (rig->model);
  ui_flush ();
  g_assert_finalize_object (rig->model);
  g_free (rig->id);
  ui_fixture_tear_down (&rig->ui);
}

static gboolean
is_complete_cb (gpointer data)
{
  return ion_delivery_model_is_complete (data);
}

static guint
count (Rig *rig)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rig->model));
}

static IonDeliveryItem *
get (Rig *rig, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (rig->model), position);
}

static guint32
get_row (Rig *rig, guint position)
{
  g_autoptr (IonDeliveryItem) item = get (rig, position);

  return ion_delivery_item_get_row (item);
}

/* Every item is the same object as long as somebody has it, and is of the row of its place. */
static void
assert_rows_rise (Rig *rig)
{
  for (guint i = 1; i < count (rig); i++)
    g_assert_cmpuint (get_row (rig, i - 1), <, get_row (rig, i));
}

static void
test_first_page (void)
{
  Rig rig;

  rig_init (&rig);
  g_assert_cmpuint (count (&rig), ==, 8);
  g_assert_false (ion_delivery_model_is_complete (rig.model));
  g_assert_cmpuint (get_row (&rig, 0), ==, 2);
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, ROWS);
  /* What is on screen stays there, and the rest came bit by bit. */
  g_assert_false (rig.has_removed);
  g_assert_cmpuint (rig.n_changes, >, 10);
  g_assert_cmpuint (get_row (&rig, ROWS - 1), ==, ROWS + 1);
  assert_rows_rise (&rig);
  g_assert_null (get (&rig, ROWS));
  rig_clear (&rig);
}

static gboolean
is_settled_cb (gpointer data)
{
  return ion_delivery_item_get_state (data) != ION_DELIVERY_PENDING;
}

/* Also where the first rows are others when the rest is known: those that were shown stay. */
static void
test_grows_while_sent (void)
{
  g_autoptr (IonDeliveryItem) item = NULL;
  Rig rig;

  rig_init (&rig);
  ion_delivery_model_set_states (rig.model, MASK (PENDING));
  item = get (&rig, 5);
  ui_fixture_send_campaign (&rig.ui, rig.id);
  ui_wait (is_complete_cb, rig.model);
  ion_delivery_model_refresh (rig.model);
  ui_wait (is_settled_cb, item);
  g_assert_cmpuint (ion_delivery_item_get_row (item), ==, 7);
  g_assert_cmpuint (rig.most_added, <=, 10);
  assert_rows_rise (&rig);
  ion_delivery_model_set_states (rig.model, 0);
  rig.most_added = 0;
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, ROWS);
  g_assert_cmpuint (rig.most_added, <=, 10);
  g_assert_false (rig.has_moved);
  assert_rows_rise (&rig);
  g_clear_object (&item);
  rig_clear (&rig);
}

static void
test_same_item (void)
{
  g_autoptr (IonDeliveryItem) item = NULL;
  g_autoptr (IonDeliveryItem) again = NULL;
  Rig rig;

  rig_init (&rig);
  ui_wait (is_complete_cb, rig.model);
  item = get (&rig, 7);
  assert_rows_rise (&rig);
  again = get (&rig, 7);
  g_assert_true (item == again);
  g_clear_object (&item);
  g_clear_object (&again);
  rig_clear (&rig);
}

static gboolean
is_open_code_cb (gpointer data)
{
  return strstr (ion_delivery_item_get_code (data), "•") == NULL;
}

static void
test_codes (void)
{
  g_autoptr (IonDeliveryItem) item = NULL;
  Rig rig;

  rig_init (&rig);
  item = get (&rig, 0);
  g_assert_nonnull (strstr (ion_delivery_item_get_code (item), "•••••••••••••"));
  ion_delivery_model_set_show_codes (rig.model, TRUE);
  ui_wait (is_open_code_cb, item);
  g_assert_cmpuint (strlen (ion_delivery_item_get_code (item)), ==, 16);
  g_clear_object (&item);
  rig_clear (&rig);
}

static gboolean
is_none_cb (gpointer data)
{
  Rig *rig = data;

  return ion_delivery_model_is_complete (rig->model) && count (rig) == 0;
}

/* While it is sent, items change in place; another filter has its own rows. */
static void
test_live (void)
{
  g_autoptr (IonDeliveryItem) item = NULL;
  Rig rig;
  guint n_changes;

  rig_init (&rig);
  ui_wait (is_complete_cb, rig.model);
  item = get (&rig, 3);
  n_changes = rig.n_changes;
  ui_fixture_send_campaign (&rig.ui, rig.id);
  ion_delivery_model_refresh (rig.model);
  ui_wait (is_settled_cb, item);
  g_assert_cmpuint (rig.n_changes, ==, n_changes);
  ion_delivery_model_set_states (rig.model, MASK (ACCEPTED) | MASK (NOT_ON_IO));
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), >, 0);
  g_assert_cmpuint (count (&rig), <=, ROWS);
  assert_rows_rise (&rig);
  ion_delivery_model_set_states (rig.model, MASK (PENDING));
  g_assert_true (ion_delivery_model_is_empty (rig.model));
  ui_wait (is_none_cb, &rig);
  g_assert_false (rig.has_moved);
  g_clear_object (&item);
  rig_clear (&rig);
}

static gboolean
is_cancelled_cb (gpointer data)
{
  return ion_delivery_item_get_state (data) == ION_DELIVERY_CANCELLED;
}

/* Filtered to what waits: what does not any more says so where it is, until the filter is chosen
 * again. */
static void
test_stays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDeliveryItem) item = NULL;
  guint n_changes;
  Rig rig;

  rig_init (&rig);
  ion_delivery_model_set_states (rig.model, MASK (PENDING));
  ui_wait (is_complete_cb, rig.model);
  item = get (&rig, 30);
  n_changes = rig.n_changes;
  g_assert_true (
      ion_ledger_cancel_campaign (ion_office_get_ledger (rig.ui.office), rig.id, &error));
  ion_delivery_model_refresh (rig.model);
  ui_wait (is_cancelled_cb, item);
  g_assert_cmpuint (ion_delivery_item_get_row (item), ==, 32);
  g_assert_cmpuint (rig.n_changes, ==, n_changes);
  g_assert_cmpuint (count (&rig), ==, ROWS);
  g_clear_object (&item);
  ion_delivery_model_set_states (rig.model, MASK (CANCELLED));
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, ROWS);
  ion_delivery_model_set_states (rig.model, MASK (PENDING));
  ui_wait (is_none_cb, &rig);
  rig_clear (&rig);
}

static gboolean
has_all_cb (gpointer data)
{
  return count (data) == ROWS;
}

/* Rows that come to fit the filter are added after those that are there. */
static void
test_comes (void)
{
  g_autoptr (GError) error = NULL;
  Rig rig;

  rig_init (&rig);
  ion_delivery_model_set_states (rig.model, MASK (CANCELLED));
  ui_wait (is_none_cb, &rig);
  g_assert_true (
      ion_ledger_cancel_campaign (ion_office_get_ledger (rig.ui.office), rig.id, &error));
  rig.has_removed = FALSE;
  rig.most_added = 0;
  ion_delivery_model_refresh (rig.model);
  ui_wait (has_all_cb, &rig);
  g_assert_false (rig.has_removed || rig.has_moved);
  g_assert_cmpuint (rig.most_added, <=, 10);
  assert_rows_rise (&rig);
  rig_clear (&rig);
}

/* Somebody holds a place while another list takes it: it shows that list's row, soon or at once. */
static void
test_places (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (IonDeliveryItem) first = NULL;
  g_autoptr (IonDeliveryItem) far_away = NULL;
  const guint32 row = 17;
  Rig rig;

  rig_init (&rig);
  ui_wait (is_complete_cb, rig.model);
  first = get (&rig, 0);
  far_away = get (&rig, 100);
  g_array_append_val (rows, row);
  ion_delivery_model_set_rows (rig.model, rows);
  g_assert_cmpuint (ion_delivery_item_get_row (first), ==, 17);
  g_assert_cmpuint (strlen (ion_delivery_item_get_code (first)), >, 10);
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, 1);
  g_assert_cmpuint (ion_delivery_item_get_row (far_away), ==, 0);
  ion_delivery_model_set_rows (rig.model, NULL);
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (ion_delivery_item_get_row (first), ==, 2);
  g_assert_cmpuint (ion_delivery_item_get_row (far_away), ==, 102);
  g_assert_false (rig.has_moved);
  g_clear_object (&first);
  g_clear_object (&far_away);
  rig_clear (&rig);
}

static void
test_fixed_rows (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint32 row = 17;
  Rig rig;

  rig_init (&rig);
  g_array_append_val (rows, row);
  ion_delivery_model_set_rows (rig.model, rows);
  g_assert_cmpuint (get_row (&rig, 0), ==, 17);
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, 1);
  ion_delivery_model_set_rows (rig.model, NULL);
  ui_wait (is_complete_cb, rig.model);
  g_assert_cmpuint (count (&rig), ==, ROWS);
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/delivery-model/first-page", test_first_page);
  g_test_add_func ("/ui/delivery-model/grows-while-sent", test_grows_while_sent);
  g_test_add_func ("/ui/delivery-model/same-item", test_same_item);
  g_test_add_func ("/ui/delivery-model/codes", test_codes);
  g_test_add_func ("/ui/delivery-model/live", test_live);
  g_test_add_func ("/ui/delivery-model/stays", test_stays);
  g_test_add_func ("/ui/delivery-model/comes", test_comes);
  g_test_add_func ("/ui/delivery-model/places", test_places);
  g_test_add_func ("/ui/delivery-model/fixed-rows", test_fixed_rows);

  return g_test_run ();
}
