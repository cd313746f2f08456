/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A query that grows with the ledger: it runs in a worker thread, and brings along what would
 * otherwise have to be looked up for each row. */

#define G_LOG_DOMAIN "ion-engine"

#include "config.h"

#include "ion-follow-page.h"

#include "ion-ledger-campaigns.h"

typedef struct
{
  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) (nullable) */
  gint64 after, now;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->ledger);
  g_free (wish->campaign_id);
  g_free (wish);
}

static void
find_services (IonLedger *ledger, IonFollowPage *found)
{
  for (guint i = 0; i < found->rows->len; i++)
    {
      const IonDelivery *delivery = g_ptr_array_index (found->rows, i);
      g_autoptr (IonCampaign) campaign = NULL;

      if (g_hash_table_contains (found->services, delivery->campaign_id))
        continue;
      campaign = ion_ledger_get_campaign (ledger, delivery->campaign_id, NULL);
      if (campaign != NULL)
        g_hash_table_insert (found->services, g_strdup (delivery->campaign_id),
                             g_strdup (campaign->service_id));
    }
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  IonFollowPage *found = g_new0 (IonFollowPage, 1);
  GError *error = NULL;

  found->services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (wish->campaign_id != NULL)
    found->rows =
        ion_ledger_list_deliveries (wish->ledger, wish->campaign_id,
                                    (1u << ION_DELIVERY_ACCEPTED) | (1u << ION_DELIVERY_DELIVERED),
                                    wish->after, ION_FOLLOW_PAGE_MAX, &error);
  else
    found->rows =
        ion_ledger_list_due_follow_ups (wish->ledger, wish->now, ION_FOLLOW_PAGE_MAX, &error);
  if (found->rows == NULL)
    {
      ion_follow_page_free (found);
      g_task_return_error (task, error);
      return;
    }
  find_services (wish->ledger, found);
  g_task_return_pointer (task, found, (GDestroyNotify) ion_follow_page_free);
}

void
ion_follow_page_free (IonFollowPage *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_hash_table_unref (self->services);
  g_free (self);
}

void
ion_follow_page_read_async (IonLedger *ledger,
                            const char *campaign_id,
                            gint64 after,
                            gint64 now,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_object_ref (ledger), g_strdup (campaign_id), after, now };
  g_task_set_source_tag (task, ion_follow_page_read_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, read_thread);
}

IonFollowPage *
ion_follow_page_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
