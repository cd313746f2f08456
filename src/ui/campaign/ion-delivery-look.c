/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a worker does for the list of messages: a million rows listed, those that are new found and,
 * those in sight, read, so that the UI thread has only to tell of it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-look.h"

#include "ion-ledger-rows.h"
#include "ion-row-union.h"

IonDeliveryLook *
ion_delivery_look_new (const char *campaign_id, guint states, GArray *old_rows, GArray *in_sight)
{
  IonDeliveryLook *self = g_new0 (IonDeliveryLook, 1);

  self->campaign_id = g_strdup (campaign_id);
  self->states = states;
  self->old_rows = g_array_ref (old_rows);
  self->in_sight = in_sight;
  return self;
}

void
ion_delivery_look_free (IonDeliveryLook *self)
{
  if (self == NULL)
    return;
  g_free (self->campaign_id);
  g_array_unref (self->old_rows);
  g_clear_pointer (&self->in_sight, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/* @data comes back as the result. */
static gpointer
look_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDeliveryLook *self = g_steal_pointer ((IonDeliveryLook **) data);
  IonLedger *ledger = ion_office_get_ledger (office);

  if (!self->keeps_rows)
    {
      g_autoptr (GArray) listed = ion_ledger_list_delivery_rows (ledger, self->campaign_id,
                                                                 self->states, cancellable, error);

      if (listed == NULL)
        return self;
      self->rows = ion_row_union (self->old_rows, listed);
    }
  if (self->in_sight != NULL)
    self->lines = ion_ledger_read_delivery_lines (ledger, self->campaign_id,
                                                  (const guint32 *) (void *) self->in_sight->data,
                                                  self->in_sight->len, error);
  return self;
}

static void
holder_free (gpointer data)
{
  IonDeliveryLook **holder = data;

  ion_delivery_look_free (*holder);
  g_free (holder);
}

void
ion_delivery_look_run_async (IonDeliveryLook *self,
                             IonDesk *desk,
                             gpointer owner,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  IonDeliveryLook **holder;

  g_return_if_fail (self != NULL);

  holder = g_new (IonDeliveryLook *, 1);
  *holder = self;
  ion_desk_run_async (desk, owner, look_func, holder, holder_free,
                      (GDestroyNotify) ion_delivery_look_free, cancellable, callback, user_data);
}
