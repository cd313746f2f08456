/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Colleagues see the message on their own telephones before any citizen does. Made-up data, the
 * office's own list, and the ledger refuses anybody else.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-test-group.h"

#include "ion-campaign-story.h"
#include "ion-number.h"
#include "ion-send-draft.h"

#include <glib/gi18n-lib.h>

struct _IonTestGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *row;      /* (unowned) */
  GtkWidget *send;        /* (unowned) */
  GtkWidget *preferences; /* (unowned) */
  AdwActionRow *outcome;  /* (unowned) */
  GtkWidget *open;        /* (unowned) */
  char *campaign_id;      /* (owned) (nullable): of the test under way, or the last one */
  gboolean is_sending;    /* being made */
  gboolean is_asking;     /* its outcome is being asked for */
  gboolean is_settled;
};

G_DEFINE_FINAL_TYPE (IonTestGroup, ion_test_group, ION_TYPE_DRAFT_GROUP)

typedef struct
{
  char *campaign_id; /* (owned): whose it is */
  char *sentence;    /* (owned) */
  gboolean is_settled;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *self = data;

  g_free (self->campaign_id);
  g_free (self->sentence);
  g_free (self);
}

static gpointer
ask_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (ledger, data, error);
  IonCampaignCounts counts = { 0 };
  Outcome *outcome;

  if (campaign == NULL || !ion_ledger_count_campaign (ledger, campaign->id, &counts, error))
    return NULL;
  outcome = g_new0 (Outcome, 1);
  outcome->campaign_id = g_strdup (data);
  outcome->sentence = ion_office_explain_campaign (office, campaign, &counts);
  outcome->is_settled =
      campaign->state == ION_CAMPAIGN_DONE && counts.by_state[ION_DELIVERY_ACCEPTED] == 0;
  return outcome;
}

static void ask (IonTestGroup *self);

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTestGroup *self = ION_TEST_GROUP (source);
  g_autoptr (GError) error = NULL;
  Outcome *outcome = ion_desk_run_finish (result, &error);
  gboolean is_former;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_asking = FALSE;
  /* Another one was sent while this was asked about. */
  is_former = outcome != NULL && g_strcmp0 (outcome->campaign_id, self->campaign_id) != 0;
  if (outcome != NULL && !is_former)
    {
      self->is_settled = outcome->is_settled;
      adw_action_row_set_subtitle (self->outcome, outcome->sentence);
    }
  g_clear_pointer (&outcome, outcome_free);
  if (is_former)
    ask (self);
  ion_draft_group_refresh (ION_DRAFT_GROUP (self));
}

/* Its outcome comes by and by: in seconds it was taken, in minutes it was delivered. */
static void
ask (IonTestGroup *self)
{
  if (self->campaign_id == NULL || self->is_asking || self->is_settled)
    return;
  self->is_asking = TRUE;
  ion_draft_group_run (ION_DRAFT_GROUP (self), ask_func, g_strdup (self->campaign_id), g_free,
                       outcome_free, asked_cb);
}

static void
free_draft (gpointer draft)
{
  ion_draft_free (draft);
}

static gpointer
send_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonDraft *draft = data;

  return ion_office_send_test (office, draft->template_, draft->service_id, error);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTestGroup *self = ION_TEST_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);
  IonDesk *desk;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  desk = ion_draft_editor_get_desk (ion_draft_group_get_editor (ION_DRAFT_GROUP (self)));
  self->is_sending = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
  gtk_widget_set_visible (self->open, id != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->outcome),
                                 id != NULL ? _ ("The test message is on its way")
                                            : _ ("The test message was not sent"));
  if (id == NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      adw_action_row_set_subtitle (self->outcome, sentence);
    }
  else
    {
      g_free (self->campaign_id);
      self->campaign_id = g_steal_pointer (&id);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", self->campaign_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "win.open-campaign");
      adw_action_row_set_subtitle (self->outcome, "");
      ask (self);
      ion_desk_tell_changed (desk);
    }
  ion_draft_group_refresh (ION_DRAFT_GROUP (self));
}

static void
send_cb (IonTestGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);

  if (self->is_sending)
    return;
  self->is_sending = TRUE;
  self->is_settled = FALSE;
  g_clear_pointer (&self->campaign_id, g_free);
  ion_draft_group_refresh (group);
  ion_draft_group_run (group, send_func, ion_draft_copy (ion_draft_group_get_draft (group)),
                       free_draft, g_free, sent_cb);
}

static char *
describe (const IonDraft *draft, const IonSendFacts *facts)
{
  if (facts == NULL)
    return g_strdup ("");
  if (facts->testers == 0)
    return g_strdup (_ ("The list is empty: add the colleagues who agreed to get test messages."));
  if (draft->service_id == NULL)
    return g_strdup (_ ("Choose the service first: the message comes from it."));
  return g_strdup_printf (ngettext ("%s colleague gets it, with made-up data.",
                                    "%s colleagues get it, with made-up data.", facts->testers),
                          ion_number (facts->testers).text);
}

static void
ion_test_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonTestGroup *self = ION_TEST_GROUP (group);
  g_autofree char *words = describe (draft, facts);
  gboolean is_empty = facts != NULL && facts->testers == 0;

  adw_action_row_set_subtitle (self->row, words);
  gtk_widget_set_visible (self->preferences, is_empty);
  gtk_widget_set_visible (self->send, !is_empty);
  gtk_widget_set_sensitive (self->send,
                            facts != NULL && draft->service_id != NULL && !self->is_sending);
}

static void
ion_test_group_moved (IonDraftGroup *group)
{
  ask (ION_TEST_GROUP (group));
}

static void
ion_test_group_finalize (GObject *object)
{
  g_free (ION_TEST_GROUP (object)->campaign_id);
  G_OBJECT_CLASS (ion_test_group_parent_class)->finalize (object);
}

static void
ion_test_group_class_init (IonTestGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_test_group_finalize;
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_test_group_refresh;
  ION_DRAFT_GROUP_CLASS (klass)->moved = ion_test_group_moved;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-test-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTestGroup, row);
  gtk_widget_class_bind_template_child (widget_class, IonTestGroup, send);
  gtk_widget_class_bind_template_child (widget_class, IonTestGroup, preferences);
  gtk_widget_class_bind_template_child (widget_class, IonTestGroup, outcome);
  gtk_widget_class_bind_template_child (widget_class, IonTestGroup, open);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
ion_test_group_init (IonTestGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
