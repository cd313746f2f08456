/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IonFieldNames:
 *
 * The names that all rows of a file share, in order; none is there twice, however written.
 * Immutable once shared; reference counted (thread-safe).
 */
typedef struct _IonFieldNames IonFieldNames;

IonFieldNames *ion_field_names_new (void);
IonFieldNames *ion_field_names_ref (IonFieldNames *self);
void ion_field_names_unref (IonFieldNames *self);
gboolean ion_field_names_is_shared (const IonFieldNames *self);
IonFieldNames *ion_field_names_copy (const IonFieldNames *self);

guint ion_field_names_add (IonFieldNames *self, const char *name);
void ion_field_names_append (IonFieldNames *self, const char *name, gsize length);
gboolean ion_field_names_find (const IonFieldNames *self, const char *name, guint *index);
guint ion_field_names_get_size (const IonFieldNames *self);
const char *ion_field_names_get (const IonFieldNames *self, guint index, gsize *length);

/* Returns: (transfer full): @name as names are compared: "Codice  Fiscale_" -> "codicefiscale" */
char *ion_field_name_fold (const char *name);

/* Whether two names are the same field. Names with nothing but punctuation are only themselves. */
gboolean ion_field_name_equal (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFieldNames, ion_field_names_unref)

G_END_DECLS
