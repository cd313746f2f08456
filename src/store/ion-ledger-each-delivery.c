/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign from its first row to its last, however long it is: memory holds a page of it.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-ledger-deliveries.h"

#define PAGE 500

gboolean
ion_ledger_each_delivery (IonLedger *self,
                          const char *campaign,
                          guint states,
                          IonDeliveryFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  gint64 after = 0;

  g_return_val_if_fail (ION_IS_LEDGER (self) && campaign != NULL && func != NULL, FALSE);

  for (;;)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = ion_ledger_list_deliveries (self, campaign, states, after, PAGE, error);
      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;
      for (guint i = 0; i < page->len; i++)
        {
          const IonDelivery *delivery = g_ptr_array_index (page, i);

          if (!func (delivery, data, error))
            return FALSE;
          after = delivery->id;
        }
    }
}
