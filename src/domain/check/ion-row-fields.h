/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-checked-columns.h"
#include "ion-fields.h"
#include "ion-render-proof.h"

G_BEGIN_DECLS

/**
 * IonRowFields:
 *
 * Gathers what becomes the fields of a row, for one row after the other: which value goes where is
 * worked out once for the file. Values are borrowed until the row is made.
 */
typedef struct _IonRowFields IonRowFields;

IonRowFields *ion_row_fields_new (const IonCheckedColumns *columns, const IonFields *constants);
void ion_row_fields_free (IonRowFields *self);

gboolean ion_row_fields_wants (const IonRowFields *self, gsize column);
void ion_row_fields_begin (IonRowFields *self);
void ion_row_fields_put (IonRowFields *self, gsize column, const char *value, gsize length);
void ion_row_fields_know (IonRowFields *self, gsize column, IonKnownKind kind, gint64 number);
const IonKnownValue *ion_row_fields_get_known (const IonRowFields *self);
const char *ion_row_fields_keep (IonRowFields *self, char *value);
IonFields *ion_row_fields_make (IonRowFields *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRowFields, ion_row_fields_free)

G_END_DECLS
