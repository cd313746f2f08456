/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the tests of the store share: a ledger in a temporary folder, made-up people, and the
 * asynchronous calls waited for.
 */

#include "config.h"

#include "fixture.h"

#include <string.h>

#include <glib/gstdio.h>

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Waiting;

void
fixture_init (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("io-notifier-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_build_filename (parent, "office", NULL);
  self->key = ion_vault_generate_key ();
  fixture_make_ledger (self);
}

void
fixture_make_ledger (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonVault) vault = ion_vault_new (self->key);

  self->ledger = ion_ledger_open (self->folder, ION_LEDGER_CREATE, &error);
  g_assert_no_error (error);
  ion_ledger_unlock (self->ledger, vault, &error);
  g_assert_no_error (error);
  ion_ledger_add_service (self->ledger, "s1", "Servizi scolastici", NULL, &error);
  g_assert_no_error (error);
}

void
fixture_clear (Fixture *self)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  g_clear_object (&self->ledger);
  fixture_remove_folder (parent);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->key, ion_secret_unref);
}

IonLedger *
fixture_open_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonVault) vault = ion_vault_new (self->key);
  IonLedger *ledger = ion_ledger_open (self->folder, ION_LEDGER_OPEN, &error);

  g_assert_no_error (error);
  ion_ledger_unlock (ledger, vault, &error);
  g_assert_no_error (error);
  return ledger;
}

void
fixture_reopen (Fixture *self)
{
  g_clear_object (&self->ledger);
  self->ledger = fixture_open_again (self);
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

char *
fixture_make_code (guint n)
{
  char *code = g_strdup ("RSSMRA80A01A000X");

  for (guint i = 0; i < 6; i++, n /= 20)
    code[5 - i] = "BCDFGHJKLMNPQRSTVWXZ"[n % 20];
  return code;
}

gboolean
fixture_folder_contains (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean is_found = FALSE;
  const char *name;

  while (!is_found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        is_found = fixture_folder_contains (path, text);
      else if (g_file_get_contents (path, &bytes, &size, NULL))
        is_found = memmem (bytes, size, text, strlen (text)) != NULL;
    }
  return is_found;
}

IonTemplate *
fixture_make_template (const char *distinct_by)
{
  IonTemplate *self = ion_template_new ("Retta scolastica", ION_TEMPLATE_PAYMENT);

  g_free (self->main->subject);
  self->main->subject = g_strdup ("Retta scolastica di {{mese}}");
  g_free (self->main->markdown);
  self->main->markdown = g_strdup ("Ciao {{nome}}, la retta è pronta.");
  self->amount = g_strdup ("{{importo}}");
  self->notice_number = g_strdup ("{{avviso}}");
  self->distinct_by = g_strdup (distinct_by);
  return self;
}

IonRecipient *
fixture_make_recipient (gint64 row, const char *code, const char *notice_number)
{
  IonRecipient *self = g_new0 (IonRecipient, 1);

  self->row = row;
  g_strlcpy (self->fiscal_code, code, sizeof self->fiscal_code);
  self->fields = ion_fields_new ();
  ion_fields_set (self->fields, "nome", "Gioacchina");
  ion_fields_set (self->fields, "importo", "85,50");
  self->amount = 8550;
  self->due_date = 1798757999;
  self->notice_number = g_strdup (notice_number);
  self->is_valid = TRUE;
  return self;
}

char *
fixture_import (Fixture *self, guint first, guint n_rows, gboolean with_notices)
{
  g_autoptr (GError) error = NULL;
  IonCampaign campaign = { .name = (char *) "Rette", .service_id = (char *) "s1" };
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  g_autoptr (IonLedgerImport) import = NULL;
  char *id;

  campaign.template_ = template_;
  import = ion_ledger_import_new (self->ledger, &campaign, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *code = fixture_make_code (first + i);
      g_autofree char *notice = g_strdup_printf ("3010000000000%05u", first + i);
      g_autoptr (IonRecipient) recipient =
          fixture_make_recipient (2 + i, code, with_notices ? notice : NULL);

      ion_ledger_import_add (import, recipient, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  return id;
}

char *
fixture_start (Fixture *self, guint n_rows)
{
  const IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GError) error = NULL;
  char *id = fixture_import (self, 0, n_rows, FALSE);

  ion_ledger_start_campaign (self->ledger, id, &start, &error);
  g_assert_no_error (error);
  return id;
}

gint64
fixture_get_id (Fixture *self, const char *campaign_id, gint64 row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery =
      ion_ledger_get_delivery (self->ledger, campaign_id, row, &error);

  g_assert_no_error (error);
  return delivery->id;
}

IonDeliveryState
fixture_get_state (Fixture *self, const char *campaign_id, gint64 row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDelivery) delivery =
      ion_ledger_get_delivery (self->ledger, campaign_id, row, &error);

  g_assert_no_error (error);
  return delivery->state;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

gboolean
fixture_intend (Fixture *self, gint64 delivery_id, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (g_main_context_get_thread_default (), FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  Waiting waiting = { loop, NULL };

  ion_ledger_intend_async (self->ledger, delivery_id, 1000, NULL, answered_cb, &waiting);
  g_main_loop_run (loop);
  result = waiting.result;
  return ion_ledger_intend_finish (self->ledger, result, error);
}

gboolean
fixture_settle (Fixture *self, const IonSettlement *settlement, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (g_main_context_get_thread_default (), FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  Waiting waiting = { loop, NULL };

  ion_ledger_settle_async (self->ledger, settlement, answered_cb, &waiting);
  g_main_loop_run (loop);
  result = waiting.result;
  return ion_ledger_settle_finish (self->ledger, result, error);
}

gboolean
fixture_settle_state (Fixture *self, gint64 delivery_id, IonDeliveryState state, GError **error)
{
  const IonSettlement settlement = {
    .delivery_id = delivery_id, .state = state, .now = 2000, .read = -1, .paid = -1
  };

  return fixture_settle (self, &settlement, error);
}

void
fixture_assert_sum (Fixture *self, const char *campaign_id, gint64 rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deliveries = NULL;
  IonCampaignCounts counts;
  gint64 sum = 0;

  ion_ledger_count_campaign (self->ledger, campaign_id, &counts, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    sum += counts.by_state[i];
  g_assert_cmpint (sum, ==, counts.rows);
  g_assert_cmpint (counts.rows, ==, rows);
  deliveries =
      ion_ledger_list_deliveries (self->ledger, campaign_id, 0, 0, (guint) rows + 10, &error);
  g_assert_no_error (error);
  g_assert_cmpint (deliveries->len, ==, rows);
}

gint64
fixture_count (Fixture *self, const char *campaign_id, IonDeliveryState state)
{
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  ion_ledger_count_campaign (self->ledger, campaign_id, &counts, &error);
  g_assert_no_error (error);
  return counts.by_state[state];
}
