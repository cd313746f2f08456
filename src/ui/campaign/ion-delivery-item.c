/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row in sight. There are only as many of these as there are places on screen and around it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-item.h"

#include "ion-campaign-story.h"
#include "ion-office.h"
#include "ion-person-record.h"

#include <glib/gi18n-lib.h>

struct _IonDeliveryItem
{
  GObject parent_instance;

  guint32 row;
  IonDeliveryState state;
  char *code;          /* (owned) */
  char *reason_code;   /* (owned) (nullable) */
  char *reason_detail; /* (owned) (nullable) */
  gint64 at;
};

G_DEFINE_FINAL_TYPE (IonDeliveryItem, ion_delivery_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
ion_delivery_item_finalize (GObject *object)
{
  IonDeliveryItem *self = ION_DELIVERY_ITEM (object);

  ion_wipe_free (self->code);
  g_free (self->reason_code);
  g_free (self->reason_detail);
  G_OBJECT_CLASS (ion_delivery_item_parent_class)->finalize (object);
}

static void
ion_delivery_item_class_init (IonDeliveryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_delivery_item_finalize;

  changed_signal = g_signal_new ("changed", ION_TYPE_DELIVERY_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ion_delivery_item_init (IonDeliveryItem *self)
{
  self->code = g_strdup ("");
}

IonDeliveryItem *
ion_delivery_item_new (guint32 row)
{
  IonDeliveryItem *self = g_object_new (ION_TYPE_DELIVERY_ITEM, NULL);

  self->row = row;
  return self;
}

void
ion_delivery_item_set_row (IonDeliveryItem *self, guint32 row)
{
  g_return_if_fail (ION_IS_DELIVERY_ITEM (self));

  if (self->row == row)
    return;
  self->row = row;
  self->state = ION_DELIVERY_PENDING;
  self->at = 0;
  ion_wipe_free (self->code);
  self->code = g_strdup ("");
  g_clear_pointer (&self->reason_code, g_free);
  g_clear_pointer (&self->reason_detail, g_free);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
replace (char **where, const char *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;
  g_free (*where);
  *where = g_strdup (text);
  return TRUE;
}

static gboolean
replace_code (IonDeliveryItem *self, const char *code, gboolean shows_code)
{
  g_autofree char *masked = shows_code ? NULL : ion_fiscal_code_mask (code);
  const char *shown = shows_code ? code : masked;

  if (g_str_equal (self->code, shown))
    return FALSE;
  ion_wipe_free (self->code);
  self->code = g_strdup (shown);
  return TRUE;
}

void
ion_delivery_item_update (IonDeliveryItem *self, const IonDeliveryLine *line, gboolean shows_code)
{
  gboolean is_other;
  gint64 at;

  g_return_if_fail (ION_IS_DELIVERY_ITEM (self) && line != NULL);

  at = line->settled_at > 0 ? line->settled_at : line->intended_at;
  is_other = self->state != line->state || self->at != at;
  self->state = line->state;
  self->at = at;
  is_other |= replace (&self->reason_code, line->reason_code);
  is_other |= replace (&self->reason_detail, line->reason_detail);
  is_other |= replace_code (self, line->fiscal_code, shows_code);
  if (is_other)
    g_signal_emit (self, changed_signal, 0);
}

guint32
ion_delivery_item_get_row (IonDeliveryItem *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_ITEM (self), 0);

  return self->row;
}

IonDeliveryState
ion_delivery_item_get_state (IonDeliveryItem *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_ITEM (self), ION_DELIVERY_PENDING);

  return self->state;
}

const char *
ion_delivery_item_get_code (IonDeliveryItem *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_ITEM (self), NULL);

  return self->code[0] != '\0' ? self->code : "–";
}

gint64
ion_delivery_item_get_at (IonDeliveryItem *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_ITEM (self), 0);

  return self->at;
}

char *
ion_delivery_item_explain (IonDeliveryItem *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_ITEM (self), NULL);

  /* Of these the state says all. */
  if (self->state == ION_DELIVERY_NOT_ON_IO || self->state == ION_DELIVERY_SWITCHED_OFF)
    return g_strdup ("");
  return self->reason_code != NULL
             ? ion_reason_explain (self->state, self->reason_code, self->reason_detail)
             : g_strdup ("");
}

const char *
ion_delivery_state_get_icon (IonDeliveryState state)
{
  switch (state)
    {
    case ION_DELIVERY_DELIVERED:
      return "ion-check-symbolic";
    case ION_DELIVERY_PENDING:
    case ION_DELIVERY_SENDING:
    case ION_DELIVERY_ACCEPTED:
      return "ion-clock-symbolic";
    case ION_DELIVERY_UNCERTAIN:
      return "ion-question-symbolic";
    case ION_DELIVERY_REFUSED:
    case ION_DELIVERY_REJECTED:
    case ION_DELIVERY_FAILED:
      return "ion-warning-symbolic";
    default:
      return "ion-away-symbolic";
    }
}
