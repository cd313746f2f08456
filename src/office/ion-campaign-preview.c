/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Merging before sending: one row as its citizen will see it, or all of them to learn what the
 * platform would refuse while it can still be mended.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-preview.h"

#include "ion-ledger-campaigns.h"
#include "ion-renderer.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

#define PAGE    500
#define PENDING (1u << ION_DELIVERY_PENDING)

void
ion_campaign_preview_free (IonCampaignPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->delivery, ion_delivery_free);
  g_clear_pointer (&self->message, ion_message_free);
  g_free (self->problem_code);
  g_free (self->problem);
  g_free (self);
}

void
ion_campaign_problem_free (IonCampaignProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

static IonDelivery *
first_delivery (IonLedger *ledger, const IonCampaign *campaign, GError **error)
{
  const guint masks[] = { PENDING, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autoptr (GPtrArray) page =
          ion_ledger_list_deliveries (ledger, campaign->id, masks[i], 0, 1, error);

      if (page == NULL)
        return NULL;
      if (page->len > 0)
        return g_ptr_array_steal_index (page, 0);
    }
  g_set_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING,
               _ ("The campaign %s has no rows."), campaign->name);
  return NULL;
}

IonCampaignPreview *
ion_office_preview_campaign (IonOffice *self,
                             const char *campaign_name,
                             gint64 row,
                             const char *language,
                             GError **error)
{
  IonLedger *ledger;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (IonDelivery) delivery = NULL;
  g_autoptr (GError) local_error = NULL;
  IonCampaignPreview *preview;

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  campaign = ion_ledger_get_campaign (ledger, campaign_name, error);
  if (campaign == NULL)
    return NULL;
  delivery = row > 0 ? ion_ledger_get_delivery (ledger, campaign->id, row, error)
                     : first_delivery (ledger, campaign, error);
  if (delivery == NULL)
    return NULL;
  renderer = ion_renderer_new (campaign->template_, error);
  if (renderer == NULL)
    return NULL;

  preview = g_new0 (IonCampaignPreview, 1);
  if (delivery->fields == NULL || delivery->fiscal_code == NULL || *delivery->fiscal_code == '\0')
    {
      preview->problem_code = g_strdup ("no-person");
      preview->problem = g_strdup (
          _ ("Nothing can be shown for this row: the person was forgotten, or the row had no "
             "readable fiscal code."));
    }
  else
    preview->message =
        ion_renderer_render (renderer, delivery->fiscal_code, delivery->fields,
                             language != NULL ? language : delivery->language, &local_error);
  if (local_error != NULL)
    {
      preview->problem_code = g_strdup (ion_render_error_get_name (local_error));
      preview->problem = g_strdup (local_error->message);
    }
  preview->delivery = g_steal_pointer (&delivery);
  return preview;
}

/* The rows of one problem, in the order in which they are met. */
typedef struct
{
  const IonCampaign *campaign;
  IonRenderer *renderer; /* (owned) */
  GPtrArray *problems;   /* (owned) (element-type IonCampaignProblem) */
  gint64 merged;
} CheckPass;

static void
note_problem (CheckPass *pass, gint64 row, const GError *error)
{
  const char *code = ion_render_error_get_name (error);
  IonCampaignProblem *problem = NULL;

  for (guint i = 0; i < pass->problems->len && problem == NULL; i++)
    {
      IonCampaignProblem *known = g_ptr_array_index (pass->problems, i);

      if (g_str_equal (known->code, code))
        problem = known;
    }
  if (problem == NULL)
    {
      problem = g_new0 (IonCampaignProblem, 1);
      problem->code = g_strdup (code);
      problem->message = g_strdup (error->message);
      g_ptr_array_add (pass->problems, problem);
    }
  if (problem->count < (gint64) G_N_ELEMENTS (problem->rows))
    problem->rows[problem->count] = row;
  problem->count++;
}

/* A row counts once, for the first language in which it does not fit. */
static void
check_delivery (CheckPass *pass, const IonDelivery *delivery)
{
  GPtrArray *variants = pass->campaign->template_->variants;
  guint n_variants = variants != NULL ? variants->len : 0;

  pass->merged++;
  for (guint i = 0; i <= n_variants; i++)
    {
      const IonTemplateText *variant = i > 0 ? g_ptr_array_index (variants, i - 1) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IonMessage) message =
          ion_renderer_render (pass->renderer, delivery->fiscal_code, delivery->fields,
                               variant != NULL ? variant->language : NULL, &error);

      if (message == NULL)
        {
          note_problem (pass, delivery->row, error);
          return;
        }
    }
}

static gboolean
check_pages (CheckPass *pass,
             IonLedger *ledger,
             IonProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  IonCampaignCounts counts = { 0 };
  gint64 after = 0;

  if (!ion_ledger_count_campaign (ledger, pass->campaign->id, &counts, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = ion_ledger_list_deliveries (ledger, pass->campaign->id, PENDING, after, PAGE, error);
      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;
      for (guint i = 0; i < page->len; i++)
        check_delivery (pass, g_ptr_array_index (page, i));
      after = ((IonDelivery *) g_ptr_array_index (page, page->len - 1))->id;
      if (progress != NULL)
        progress (pass->merged,
                  (double) pass->merged / (double) MAX (1, counts.by_state[ION_DELIVERY_PENDING]),
                  user_data);
    }
}

GPtrArray *
ion_office_check_campaign (IonOffice *self,
                           const char *campaign_name,
                           gint64 *merged,
                           IonProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  IonLedger *ledger;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ion_campaign_problem_free);
  CheckPass pass = { 0 };

  g_return_val_if_fail (ION_IS_OFFICE (self), NULL);

  ledger = ion_office_get_ledger (self);
  campaign = ion_ledger_get_campaign (ledger, campaign_name, error);
  if (campaign == NULL)
    return NULL;
  renderer = ion_renderer_new (campaign->template_, error);
  if (renderer == NULL)
    return NULL;
  pass.campaign = campaign;
  pass.renderer = renderer;
  pass.problems = problems;
  if (!check_pages (&pass, ledger, progress, user_data, cancellable, error))
    return NULL;
  if (merged != NULL)
    *merged = pass.merged;
  return g_steal_pointer (&problems);
}
