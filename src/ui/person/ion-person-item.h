/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

#include "ion-person-record.h"

G_BEGIN_DECLS

/**
 * IonPersonItem:
 *
 * One message to the person, for a list.
 */
#define ION_TYPE_PERSON_ITEM (ion_person_item_get_type ())
G_DECLARE_FINAL_TYPE (IonPersonItem, ion_person_item, ION, PERSON_ITEM, GObject)

/* @records: (element-type IonPersonRecord): kept alive by the item */
IonPersonItem *ion_person_item_new (GPtrArray *records, guint index);
const IonPersonRecord *ion_person_item_get_record (IonPersonItem *self);

G_END_DECLS
