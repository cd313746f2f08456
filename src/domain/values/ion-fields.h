/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-field-names.h"

G_BEGIN_DECLS

/**
 * IonFields:
 *
 * The named texts of one row, in order. Names are matched without regard to case, accents, blanks,
 * underscores and punctuation. Immutable once shared; reference counted (thread-safe).
 */
typedef struct _IonFields IonFields;

IonFields *ion_fields_new (void);
IonFields *
ion_fields_new_filled (IonFieldNames *names, const char *const *values, const gsize *lengths);
IonFields *ion_fields_ref (IonFields *self);
void ion_fields_unref (IonFields *self);
/* A field that is there already keeps its place and its name and gets @value. */
void ion_fields_set (IonFields *self, const char *name, const char *value);
/* Returns: (nullable): the value, or %NULL where there is no such field */
const char *ion_fields_get (const IonFields *self, const char *name);
guint ion_fields_get_size (const IonFields *self);
void ion_fields_get_nth (const IonFields *self, guint index, const char **name, const char **value);
IonFieldNames *ion_fields_get_names (const IonFields *self);
const char *ion_fields_peek (const IonFields *self, guint index, gsize *length);

/* The stored form: compact, self-contained, versioned; what the vault seals. */
GBytes *ion_fields_to_bytes (const IonFields *self);
/* The same, behind what is in @bytes already. */
void ion_fields_append_bytes (const IonFields *self, GByteArray *bytes);
/* Returns: (transfer full) (nullable): %NULL with %ION_VALUE_ERROR_FIELDS_DAMAGED */
IonFields *ion_fields_from_bytes (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFields, ion_fields_unref)

G_END_DECLS
