/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists hold objects: this one stands for a record among those that were found.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-item.h"

struct _IonPersonItem
{
  GObject parent_instance;

  GPtrArray *records; /* (owned) (element-type IonPersonRecord) */
  guint index;
};

G_DEFINE_FINAL_TYPE (IonPersonItem, ion_person_item, G_TYPE_OBJECT)

static void
ion_person_item_finalize (GObject *object)
{
  IonPersonItem *self = ION_PERSON_ITEM (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_person_item_parent_class)->finalize (object);
}

static void
ion_person_item_class_init (IonPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_person_item_finalize;
}

static void
ion_person_item_init (IonPersonItem *self)
{
}

IonPersonItem *
ion_person_item_new (GPtrArray *records, guint index)
{
  IonPersonItem *self = g_object_new (ION_TYPE_PERSON_ITEM, NULL);

  self->records = g_ptr_array_ref (records);
  self->index = index;
  return self;
}

const IonPersonRecord *
ion_person_item_get_record (IonPersonItem *self)
{
  g_return_val_if_fail (ION_IS_PERSON_ITEM (self), NULL);

  return g_ptr_array_index (self->records, self->index);
}
