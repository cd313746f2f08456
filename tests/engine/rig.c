/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "rig.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-import.h"

const IonSenderPatience rig_impatience = { .concurrency = 16,
                                           .equal_refusals = 20,
                                           .trouble_rounds = 4,
                                           .trouble_wait = G_TIME_SPAN_MILLISECOND,
                                           .connection_wait = G_TIME_SPAN_MILLISECOND,
                                           .connection_wait_max = 10 * G_TIME_SPAN_MILLISECOND,
                                           .connection_patience = 200 * G_TIME_SPAN_MILLISECOND };

void
rig_init (Rig *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *folder = NULL;

  *self = (Rig){ 0 };
  fixture_init (&self->base);
  parent = g_path_get_dirname (self->base.folder);
  folder = g_build_filename (parent, "keyring", NULL);
  self->platform = fake_platform_new ();
  self->keyring = fake_keyring_new (folder);
  fake_keyring_put (self->keyring, "service:s1", "key");
  ion_ledger_set_setting (self->base.ledger, "rate", "100000/5", &error);
  g_assert_no_error (error);
  rig_renew (self);
}

void
rig_renew (Rig *self)
{
  g_clear_object (&self->engine);
  self->engine = ion_engine_new (self->base.ledger, ION_PLATFORM (self->platform),
                                 ION_KEYRING (self->keyring));
  ion_engine_set_patience (self->engine, &rig_impatience);
}

void
rig_clear (Rig *self)
{
  g_clear_object (&self->engine);
  g_clear_object (&self->platform);
  g_clear_object (&self->keyring);
  fixture_clear (&self->base);
}

static IonTemplate *
make_template (void)
{
  IonTemplate *self = ion_template_new ("Prova", ION_TEMPLATE_FREE);

  g_free (self->main->subject);
  self->main->subject = g_strdup ("Retta scolastica di ottobre");
  g_free (self->main->markdown);
  self->main->markdown =
      g_strdup ("Ciao {{nome}}, la retta del mese è pronta: la trovi nel portale della scuola, "
                "dove puoi anche scegliere come pagarla.");
  return self;
}

char *
rig_import (Rig *self, guint first, guint n_rows, gboolean is_test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = make_template ();
  IonCampaign campaign = { .name = (char *) "Prova",
                           .service_id = (char *) "s1",
                           .template_ = template_,
                           .is_test = is_test };
  g_autoptr (IonLedgerImport) import = ion_ledger_import_new (self->base.ledger, &campaign, &error);
  char *id;

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *code = fixture_make_code (first + i);
      g_autoptr (IonRecipient) recipient = fixture_make_recipient (2 + i, code, NULL);

      ion_ledger_import_add (import, recipient, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  id = ion_ledger_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  return id;
}

void
rig_send (Rig *self, const char *campaign_id, gint64 tranche, gboolean reach_only)
{
  const IonCampaignStart start = { .tranche = tranche, .reach_only = reach_only };
  g_autoptr (GError) error = NULL;

  ion_ledger_start_campaign (self->base.ledger, campaign_id, &start, &error);
  g_assert_no_error (error);
  ion_engine_wake (self->engine);
}

void
rig_start (Rig *self, IonEngineFlags flags)
{
  g_autoptr (GError) error = NULL;

  ion_engine_start (self->engine, flags, &error);
  g_assert_no_error (error);
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;

  *out = g_object_ref (result);
}

gboolean
rig_stop (Rig *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ion_engine_stop_async (self->engine, stopped_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ion_engine_stop_finish (self->engine, result, error);
}

static gboolean
nudge_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
rig_wait (Rig *self, gboolean (*func) (gpointer data), gpointer data)
{
  guint nudge = g_timeout_add (5, nudge_cb, NULL);

  while (!func (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (nudge);
}

typedef struct
{
  Rig *rig;
  const char *campaign_id;
  IonCampaignState state;
} Wish;

static gboolean
is_in_state (gpointer data)
{
  Wish *wish = data;
  g_autoptr (IonCampaign) campaign =
      ion_ledger_get_campaign (wish->rig->base.ledger, wish->campaign_id, NULL);

  return campaign->state == wish->state;
}

void
rig_wait_state (Rig *self, const char *campaign_id, IonCampaignState state)
{
  Wish wish = { self, campaign_id, state };

  rig_wait (self, is_in_state, &wish);
}

char *
rig_get_pause_code (Rig *self, const char *campaign_id)
{
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (self->base.ledger, campaign_id, NULL);

  return g_strdup (campaign->pause_code);
}

IonCampaignCounts
rig_count (Rig *self, const char *campaign_id)
{
  g_autoptr (GError) error = NULL;
  IonCampaignCounts counts;

  ion_ledger_count_campaign (self->base.ledger, campaign_id, &counts, &error);
  g_assert_no_error (error);
  return counts;
}
