/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-limits.h"

G_BEGIN_DECLS

/* What is asked of the office about one person, in a worker thread; the code is wiped with it. */
typedef struct
{
  char code[ION_FISCAL_CODE_LENGTH + 1];
  char *purpose;      /* (owned) (nullable): of looking */
  char *path;         /* (owned) (nullable): of the copy */
  GPtrArray *records; /* (owned) (nullable) (element-type IonPersonRecord): what the copy holds */
} IonPersonErrand;

IonPersonErrand *ion_person_errand_new (const char *code);
void ion_person_errand_free (gpointer data);

/* (IonDeskFunc) for all of these. The first returns an array of IonPersonRecord. */
gpointer ion_person_errand_look (IonOffice *office,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
gpointer ion_person_errand_export (IonOffice *office,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
gpointer ion_person_errand_erase (IonOffice *office,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
