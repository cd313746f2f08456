/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-lists.h"
#include "ion-office.h"

G_BEGIN_DECLS

/*
 * The lists of people that an office keeps, its test recipients among them: these have no id
 * (%NULL). Codes are read and checked here as a person writes them.
 */

/* Returns: (transfer full) (element-type IonListedPerson) */
GPtrArray *ion_office_list_people (IonOffice *self, const char *list_id, GError **error);
/* @label: (nullable) */
gboolean ion_office_add_person (IonOffice *self,
                                const char *list_id,
                                const char *fiscal_code,
                                const char *label,
                                GError **error);
gboolean ion_office_remove_person (IonOffice *self,
                                   const char *list_id,
                                   const char *fiscal_code,
                                   GError **error);
/* A list as it was, with its people: undoes a removal. @people: (element-type IonListedPerson) */
gboolean ion_office_put_list_back (IonOffice *self,
                                   const char *name,
                                   const GPtrArray *people,
                                   GError **error);

G_END_DECLS
