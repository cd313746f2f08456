/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-remedy.h"

G_BEGIN_DECLS

/* What is asked of the office about putting a campaign right, in a worker thread. */
typedef struct
{
  char *campaign_id; /* (owned) */
  char *path;        /* (owned) (nullable): of the export */
  char *words;       /* (owned) (nullable): of the correction */
  IonRemedyKind kind;
  gboolean is_list; /* a corrected list rather than a correction */
  gboolean wants_certain, wants_uncertain;
} IonRemedyErrand;

IonRemedyErrand *ion_remedy_errand_new (const char *campaign_id);
void ion_remedy_errand_free (gpointer data);

/* (IonDeskFunc) for all of these. */

/* Returns: (transfer full): an IonRemedy */
gpointer ion_remedy_errand_look (IonOffice *office,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
/* Returns: %NULL, with an error or without */
gpointer ion_remedy_errand_hold (IonOffice *office,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
/* Returns: (transfer full): how many, a gint64 */
gpointer ion_remedy_errand_export (IonOffice *office,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
/* Returns: (transfer full): the id of the draft to look at first */
gpointer ion_remedy_errand_make (IonOffice *office,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
