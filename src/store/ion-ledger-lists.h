/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"

G_BEGIN_DECLS

/* A list of people that the office keeps under a name. Its name is plain: it names no person. */
typedef struct
{
  char *id;   /* (owned) */
  char *name; /* (owned): told apart from the others */
  gint64 created_at;
  gint64 people;
} IonPersonList;

typedef struct
{
  char *fiscal_code; /* (owned) */
  char *label;       /* (owned): "" where none was given */
} IonListedPerson;

void ion_person_list_free (IonPersonList *self);
void ion_listed_person_free (IonListedPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPersonList, ion_person_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonListedPerson, ion_listed_person_free)

/* Returns: (transfer full): its id. %ION_STORE_ERROR_EXISTS where the name is taken */
char *ion_ledger_add_list (IonLedger *self, const char *name, GError **error);
gboolean ion_ledger_rename_list (IonLedger *self, const char *id, const char *name, GError **error);
gboolean ion_ledger_remove_list (IonLedger *self, const char *id, GError **error);
/* (element-type IonPersonList): by name */
GPtrArray *ion_ledger_list_lists (IonLedger *self, GError **error);

/* @label: (nullable); one that is there already gets the new label. */
gboolean ion_ledger_add_listed_person (IonLedger *self,
                                       const char *list_id,
                                       const char *fiscal_code,
                                       const char *label,
                                       GError **error);
gboolean ion_ledger_remove_listed_person (IonLedger *self,
                                          const char *list_id,
                                          const char *fiscal_code,
                                          GError **error);
/* (element-type IonListedPerson): in the order of adding */
GPtrArray *ion_ledger_list_listed_people (IonLedger *self, const char *list_id, GError **error);

G_END_DECLS
