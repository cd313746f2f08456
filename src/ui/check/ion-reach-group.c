/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A third to two thirds of the people are not on IO: that is normal, and better known before than
 * after. Asking costs a call a person and sends nothing.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-reach-group.h"

#include "ion-campaign-export.h"
#include "ion-dialog.h"
#include "ion-draft-gaps.h"
#include "ion-format.h"
#include "ion-send-draft.h"

#include <glib/gi18n-lib.h>

#define OUT_OF_REACH ((1u << ION_DELIVERY_NOT_ON_IO) | (1u << ION_DELIVERY_SWITCHED_OFF))

struct _IonReachGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *duration; /* (unowned) */
  AdwActionRow *reach;    /* (unowned) */
  GtkProgressBar *bar;    /* (unowned) */
  GtkButton *ask;         /* (unowned) */
  GtkWidget *paper;       /* (unowned) */
  GtkWidget *save;        /* (unowned) */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (IonReachGroup, ion_reach_group, ION_TYPE_DRAFT_GROUP)

static gpointer
ask_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_ask_reach (office, data, error);
  return NULL;
}

static gpointer
stop_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_stop_asking (office, data, error);
  return NULL;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonReachGroup *self = ION_REACH_GROUP (source);
  g_autoptr (GError) error = NULL;
  IonDraftEditor *editor;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  self->is_busy = FALSE;
  ion_send_briefing_refresh (ion_send_briefing_get (editor));
  ion_desk_tell_changed (ion_draft_editor_get_desk (editor));
  if (error != NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      adw_action_row_set_subtitle (self->reach, sentence);
    }
}

static void
ask_cb (IonReachGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  if (campaign == NULL || self->is_busy)
    return;
  self->is_busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->ask), FALSE);
  ion_draft_group_run (group, ion_send_facts_is_asking (campaign) ? stop_func : ask_func,
                       g_strdup (campaign->campaign_id), g_free, NULL, asked_cb);
}

typedef struct
{
  char *campaign; /* (owned) */
  char *path;     /* (owned) */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->campaign);
  g_free (self->path);
  g_free (self);
}

static gpointer
export_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *wish = data;
  gint64 rows = ion_office_export_campaign (office, wish->campaign, OUT_OF_REACH, wish->path, NULL,
                                            NULL, cancellable, error);

  return rows >= 0 ? g_memdup2 (&rows, sizeof rows) : NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonReachGroup *self = ION_REACH_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *rows = ion_desk_run_finish (result, &error);
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (rows == NULL)
    {
      ion_dialog_tell_error (GTK_WIDGET (self), _ ("The list was not saved"), error);
      return;
    }
  count = ion_format_count (*rows);
  words = g_strdup_printf (ngettext ("The list was saved: %s person.",
                                     "The list was saved: %s people.", (gulong) *rows),
                           count);
  ion_toast_show (GTK_WIDGET (self), words);
}

static void
chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonReachGroup *self = ION_REACH_GROUP (widget);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (ION_DRAFT_GROUP (self));
  Export *wish;

  if (file == NULL || campaign == NULL)
    return;
  wish = g_new0 (Export, 1);
  wish->campaign = g_strdup (campaign->campaign_id);
  wish->path = g_file_get_path (file);
  gtk_widget_set_sensitive (self->save, FALSE);
  ion_draft_group_run (ION_DRAFT_GROUP (self), export_func, wish, export_free, g_free, exported_cb);
}

static void
save_cb (IonReachGroup *self)
{
  /* Translators: suggested name of a file */
  ion_dialog_save_file (GTK_WIDGET (self), _ ("List for Paper"), _ ("not-reached-on-io.csv"),
                        chosen_cb, NULL);
}

/* In shares until the figures from the accounts are right: a count would give them away. */
static char *
describe_reach (const IonDraft *draft, const IonSendFacts *campaign)
{
  gint64 out = ion_send_facts_count_unreachable (campaign);
  gint64 in = ion_send_facts_count_pending (campaign);
  gboolean may_count = ion_draft_figures_fit (draft, campaign);
  g_autofree char *in_text = may_count ? ion_format_count (in) : ion_format_percent (in, in + out);
  g_autofree char *out_text =
      may_count ? ion_format_count (out) : ion_format_percent (out, in + out);

  /* Translators: both are counts of people, or percentages of them */
  return g_strdup_printf (_ ("Can be reached: %1$s. Cannot be reached on IO: %2$s, which is usual; "
                             "they are to be told otherwise."),
                          in_text, out_text);
}

static void
show_reach (IonReachGroup *self, const IonDraft *draft, const IonSendFacts *campaign)
{
  gboolean is_asking = campaign != NULL && ion_send_facts_is_asking (campaign);
  gboolean is_asked = campaign != NULL && ion_send_facts_is_asked (campaign);
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  g_autofree char *words = NULL;

  if (is_asked)
    words = describe_reach (draft, campaign);
  else if (is_asking)
    words = g_strdup (_ ("IO is being asked, one person after the other. Nothing is sent."));
  else if (ion_draft_editor_has_lost_reach (editor))
    words = g_strdup (_ ("IO was asked before, and the campaign has been prepared anew since: ask "
                         "again to know who can be reached."));
  else
    words = g_strdup (_ ("IO can be asked before anything is sent: whoever cannot be reached is "
                         "left out and listed."));
  adw_action_row_set_subtitle (self->reach, words);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_asking);
  gtk_button_set_label (self->ask, is_asking  ? _ ("S_top")
                                   : is_asked ? _ ("_Ask Again")
                                              : _ ("_Ask First"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->ask), campaign != NULL && !self->is_busy);
  gtk_widget_set_visible (self->paper,
                          campaign != NULL && ion_send_facts_count_unreachable (campaign) > 0);
}

/* A reachable person stays pending: only calls tell how far it has come. */
static void
show_progress (IonReachGroup *self, const IonSendFacts *campaign)
{
  if (campaign != NULL && campaign->people > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) campaign->counts.calls /
                                                            (double) campaign->people));
}

static void
ion_reach_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonReachGroup *self = ION_REACH_GROUP (group);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  show_reach (self, draft, campaign);
  show_progress (self, campaign);
  if (campaign != NULL)
    {
      IonSendTerms terms;
      IonSendPlan plan;
      g_autofree char *words = NULL;

      ion_send_facts_get_terms (campaign, draft, &terms);
      ion_send_plan_compute (&plan, &terms);
      words = ion_send_plan_describe (&plan);
      adw_action_row_set_subtitle (self->duration, words);
    }
  else
    adw_action_row_set_subtitle (self->duration, "");
}

static void
ion_reach_group_class_init (IonReachGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_reach_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-reach-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, duration);
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, reach);
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, bar);
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, ask);
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, paper);
  gtk_widget_class_bind_template_child (widget_class, IonReachGroup, save);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ion_reach_group_init (IonReachGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
