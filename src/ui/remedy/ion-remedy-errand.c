/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the page asks for may read a whole campaign: never on the window's thread.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-remedy-errand.h"

IonRemedyErrand *
ion_remedy_errand_new (const char *campaign_id)
{
  IonRemedyErrand *self = g_new0 (IonRemedyErrand, 1);

  self->campaign_id = g_strdup (campaign_id);
  return self;
}

void
ion_remedy_errand_free (gpointer data)
{
  IonRemedyErrand *self = data;

  g_free (self->campaign_id);
  g_free (self->path);
  g_free (self->words);
  g_free (self);
}

gpointer
ion_remedy_errand_look (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonRemedyErrand *self = data;

  return ion_office_look_for_remedy (office, self->campaign_id, error);
}

gpointer
ion_remedy_errand_hold (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonRemedyErrand *self = data;

  ion_office_hold_for_remedy (office, self->campaign_id, error);
  return NULL;
}

gpointer
ion_remedy_errand_export (IonOffice *office,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  const IonRemedyErrand *self = data;
  gint64 written =
      ion_office_export_notices (office, self->campaign_id, self->path, cancellable, error);

  return written >= 0 ? g_memdup2 (&written, sizeof written) : NULL;
}

gpointer
ion_remedy_errand_make (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonRemedyErrand *self = data;
  g_autoptr (IonDraft) apart = NULL, draft = NULL;

  if (self->is_list)
    {
      draft = ion_office_make_new_list (office, self->campaign_id, error);
      return draft != NULL ? g_strdup (draft->id) : NULL;
    }
  if (self->wants_uncertain)
    {
      apart = ion_office_make_correction (office, self->campaign_id, self->kind, self->words, TRUE,
                                          cancellable, error);
      if (apart == NULL || !self->wants_certain)
        return apart != NULL ? g_strdup (apart->id) : NULL;
    }
  draft = ion_office_make_correction (office, self->campaign_id, self->kind, self->words, FALSE,
                                      cancellable, error);
  return draft != NULL ? g_strdup (draft->id) : NULL;
}
