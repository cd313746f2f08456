/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What can be done about a message that was wrong. It cannot be taken back: those who have it are
 * told, those who may have it are told apart, and those who do not have it are kept from it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-remedy.h"

#include "ion-ledger-campaigns.h"
#include "ion-remedy-text.h"
#include "ion-remedy-title.h"

#include <glib/gi18n-lib.h>

#define BIT(state) (1u << ION_DELIVERY_##state)
/* Whoever is told: a message that IO has taken arrives, nearly always. */
#define TAKEN       (BIT (ACCEPTED) | BIT (DELIVERED))
#define MAY_HAVE_IT (BIT (UNCERTAIN) | BIT (SENDING))

/* What citizens read. */
#define TITLE_WRONG_TEXT   "Errata corrige: "
#define TITLE_WRONG_PEOPLE "Messaggio inviato per errore"

void
ion_remedy_made_free (IonRemedyMade *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

void
ion_remedy_free (IonRemedy *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->campaign, ion_campaign_free);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_free (self);
}

static void
count (IonRemedy *self, const IonCampaignCounts *counts)
{
  const gint64 *by_state = counts->by_state;

  self->have_it = by_state[ION_DELIVERY_DELIVERED];
  self->taken = by_state[ION_DELIVERY_ACCEPTED];
  self->may_have_it = by_state[ION_DELIVERY_UNCERTAIN] + by_state[ION_DELIVERY_SENDING];
  self->not_sent = by_state[ION_DELIVERY_PENDING];
  self->others = counts->rows - self->have_it - self->taken - self->may_have_it - self->not_sent;
  self->still_sends = self->campaign->state == ION_CAMPAIGN_SCHEDULED ||
                      self->campaign->state == ION_CAMPAIGN_RUNNING;
  self->has_notices = ion_template_has_payment (self->campaign->template_) &&
                      self->have_it + self->taken + self->may_have_it > 0;
}

static void
add_made (IonRemedy *self, const char *id, const char *name, gboolean is_draft)
{
  IonRemedyMade *made = g_new0 (IonRemedyMade, 1);

  made->id = g_strdup (id);
  made->name = g_strdup (name);
  made->is_draft = is_draft;
  g_ptr_array_add (self->made, made);
}

static gboolean
find_made (IonRemedy *self, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) drafts = ion_office_list_drafts (office, error);
  g_autoptr (GPtrArray) campaigns = NULL;

  if (drafts == NULL)
    return FALSE;
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_remedy_made_free);
  for (guint i = 0; i < drafts->len; i++)
    {
      const IonDraft *draft = g_ptr_array_index (drafts, i);

      if (g_strcmp0 (draft->follows_id, self->campaign->id) == 0)
        add_made (self, draft->id, draft->name, TRUE);
    }
  campaigns = ion_ledger_list_campaigns (ion_office_get_ledger (office), error);
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (g_strcmp0 (campaign->follows_id, self->campaign->id) == 0)
        add_made (self, campaign->id, campaign->name, FALSE);
    }
  return campaigns != NULL;
}

IonRemedy *
ion_office_look_for_remedy (IonOffice *office, const char *campaign, GError **error)
{
  g_autoptr (IonRemedy) self = g_new0 (IonRemedy, 1);
  IonLedger *ledger;
  IonCampaignCounts counts;

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL, NULL);

  ledger = ion_office_get_ledger (office);
  self->campaign = ion_ledger_get_campaign (ledger, campaign, error);
  if (self->campaign == NULL ||
      !ion_ledger_count_campaign (ledger, self->campaign->id, &counts, error))
    return NULL;
  count (self, &counts);
  return find_made (self, office, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
ion_office_hold_for_remedy (IonOffice *office, const char *campaign, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL, FALSE);

  if (ion_ledger_pause_campaign (ion_office_get_ledger (office), campaign, "by-person", NULL,
                                 &failure) ||
      /* It has come to its end, or was paused, a moment before. */
      g_error_matches (failure, ION_STORE_ERROR, ION_STORE_ERROR_STATE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
make_title (IonOffice *office,
            const IonCampaign *campaign,
            IonRemedyKind kind,
            guint states,
            GCancellable *cancellable,
            GError **error)
{
  if (kind == ION_REMEDY_WRONG_PEOPLE)
    return g_strdup (TITLE_WRONG_PEOPLE);
  return ion_remedy_title (TITLE_WRONG_TEXT, campaign->template_->main->subject,
                           ion_office_get_ledger (office), campaign->id, states, cancellable,
                           error);
}

/* Translators: names of campaigns; %s is the one that is put right */
static char *
name_correction (const IonCampaign *campaign, IonRemedyKind kind, gboolean is_uncertain)
{
  if (kind == ION_REMEDY_WRONG_TEXT)
    return is_uncertain
               ? g_strdup_printf (_ ("Correction of “%s” (unknown outcome)"), campaign->name)
               : g_strdup_printf (_ ("Correction of “%s”"), campaign->name);
  return is_uncertain
             ? g_strdup_printf (_ ("Sent by mistake: “%s” (unknown outcome)"), campaign->name)
             : g_strdup_printf (_ ("Sent by mistake: “%s”"), campaign->name);
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static IonDraft *
draft_correction (const IonCampaign *campaign,
                  IonRemedyKind kind,
                  const char *words,
                  gboolean is_uncertain)
{
  g_autoptr (IonTemplate) template_ =
      ion_template_new (kind == ION_REMEDY_WRONG_TEXT ? "Errata corrige" : TITLE_WRONG_PEOPLE,
                        ION_TEMPLATE_FREE);
  IonDraft *draft;

  take (&template_->main->markdown, ion_remedy_text (campaign, kind, words, is_uncertain));
  template_->secure = campaign->template_->secure;
  /* Each notice of a person is corrected by itself; that nothing concerns them is said once. */
  if (kind == ION_REMEDY_WRONG_TEXT)
    template_->distinct_by = g_strdup (campaign->template_->distinct_by);
  draft = ion_draft_new (template_);
  take (&draft->name, name_correction (campaign, kind, is_uncertain));
  draft->service_id = g_strdup (campaign->service_id);
  draft->source = ION_DRAFT_SOURCE_CAMPAIGN;
  draft->from_campaign = g_strdup (campaign->id);
  draft->from_states = is_uncertain ? MAY_HAVE_IT : TAKEN;
  draft->follows_id = g_strdup (campaign->id);
  draft->keep_first = TRUE;
  return draft;
}

IonDraft *
ion_office_make_correction (IonOffice *office,
                            const char *campaign,
                            IonRemedyKind kind,
                            const char *words,
                            gboolean is_uncertain,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (IonCampaign) found = NULL;
  g_autoptr (IonDraft) draft = NULL;
  char *title;

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL, NULL);

  found = ion_ledger_get_campaign (ion_office_get_ledger (office), campaign, error);
  if (found == NULL)
    return NULL;
  draft = draft_correction (found, kind, words, is_uncertain);
  title = make_title (office, found, kind, draft->from_states, cancellable, error);
  if (title == NULL)
    return NULL;
  take (&draft->template_->main->subject, title);
  return ion_office_save_draft (office, draft, error) ? g_steal_pointer (&draft) : NULL;
}

IonDraft *
ion_office_make_new_list (IonOffice *office, const char *campaign, GError **error)
{
  g_autoptr (IonCampaign) found = NULL;
  g_autoptr (IonDraft) draft = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (office) && campaign != NULL, NULL);

  found = ion_ledger_get_campaign (ion_office_get_ledger (office), campaign, error);
  draft = found != NULL ? ion_office_draft_like (office, found->id, error) : NULL;
  if (draft == NULL)
    return NULL;
  /* Translators: name of a campaign that sends a corrected list; %s is the one before */
  take (&draft->name, g_strdup_printf (_ ("“%s”, corrected list"), found->name));
  draft->follows_id = g_strdup (found->id);
  /* Which list is the right one, only the office knows. */
  draft->source = ION_DRAFT_SOURCE_NONE;
  return ion_office_save_draft (office, draft, error) ? g_steal_pointer (&draft) : NULL;
}
