/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From the button to the campaign's page: idle, counting, starting. Each step is left once and only
 * forwards, so that a second press finds nothing to begin.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-depart-group.h"

#include "ion-countdown.h"
#include "ion-depart-words.h"
#include "ion-draft-gaps.h"
#include "ion-page.h"
#include "ion-send-draft.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  IDLE,
  COUNTING,
  STARTING,
  GONE, /* it is a campaign now */
} Stage;

struct _IonDepartGroup
{
  IonDraftGroup parent_instance;

  GtkLabel *plan;       /* (unowned) */
  GtkWidget *kind_mark; /* (unowned) */
  GtkLabel *kind;       /* (unowned) */
  GtkLabel *trouble;    /* (unowned) */
  GtkButton *send;      /* (unowned) */
  GtkWidget *countdown; /* (unowned) (nullable) */
  IonDraft *draft;      /* (owned) (nullable): as it was when the button was pressed */
  char *campaign_id;    /* (owned) (nullable): prepared of it then */
  Stage stage;
};

G_DEFINE_FINAL_TYPE (IonDepartGroup, ion_depart_group, ION_TYPE_DRAFT_GROUP)

typedef struct
{
  IonDraft *draft; /* (owned) */
  char *campaign;  /* (owned) */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *self = data;

  ion_draft_free (self->draft);
  g_free (self->campaign);
  g_free (self);
}

static gpointer
send_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  ion_office_send_draft (office, wish->draft, wish->campaign, error);
  return NULL;
}

static void
say_trouble (IonDepartGroup *self, const char *sentence)
{
  gtk_label_set_label (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);
}

static void
close_countdown (IonDepartGroup *self)
{
  GtkWidget *countdown = self->countdown;

  self->countdown = NULL;
  if (countdown != NULL)
    gtk_window_destroy (GTK_WINDOW (countdown));
}

static void
go_idle (IonDepartGroup *self, const char *sentence)
{
  self->stage = IDLE;
  g_clear_pointer (&self->draft, ion_draft_free);
  g_clear_pointer (&self->campaign_id, g_free);
  say_trouble (self, sentence);
  ion_draft_group_refresh (ION_DRAFT_GROUP (self));
}

/* The page of the draft is no more: the campaign's takes its place. Going back is about the page
 * on top: another one may lie there by now. */
static void
make_place (IonDepartGroup *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ION_TYPE_PAGE);
  g_autofree char *id = NULL;

  if (window == NULL || self->campaign_id == NULL ||
      !gtk_widget_get_mapped (page != NULL ? page : GTK_WIDGET (self)))
    return;
  id = g_steal_pointer (&self->campaign_id);
  gtk_widget_activate_action (window, "win.back", NULL);
  gtk_widget_activate_action (window, "win.open-campaign", "s", id);
}

static gboolean
make_place_cb (gpointer data)
{
  make_place (data);
  return G_SOURCE_REMOVE;
}

/* Come back to: nothing is left to do here. */
static void
ion_depart_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ion_depart_group_parent_class)->map (widget);
  if (ION_DEPART_GROUP (widget)->stage == GONE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_place_cb, g_object_ref (widget), g_object_unref);
}

static void
leave (IonDepartGroup *self)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  IonDesk *desk = ion_draft_editor_get_desk (editor);

  self->stage = GONE;
  ion_draft_group_refresh (ION_DRAFT_GROUP (self));
  ion_draft_editor_close (editor);
  ion_desk_tell_changed (desk);
  ion_desk_tell_office_changed (desk);
  make_place (self);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonDepartGroup *self = ION_DEPART_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  close_countdown (self);
  if (error == NULL)
    {
      leave (self);
      return;
    }
  sentence = ion_office_error_explain (error);
  go_idle (self, sentence);
}

static void
start (IonDepartGroup *self)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));
  Wish *wish = g_new0 (Wish, 1);

  self->stage = STARTING;
  wish->draft = ion_draft_copy (self->draft);
  wish->campaign = g_strdup (self->campaign_id);
  /* Not to be called off: what has begun is to be known. */
  ion_desk_run_async (ion_draft_editor_get_desk (editor), self, send_func, wish, wish_free, NULL,
                      NULL, started_cb, NULL);
}

static void
elapsed_cb (IonDepartGroup *self)
{
  IonDraftEditor *editor = ion_draft_group_get_editor (ION_DRAFT_GROUP (self));

  if (self->stage != COUNTING)
    return;
  if (g_strcmp0 (ion_draft_editor_get_prepared (editor), self->campaign_id) == 0)
    {
      start (self);
      return;
    }
  close_countdown (self);
  go_idle (self, _ ("The campaign changed meanwhile: nothing was sent. Look at it again."));
}

static void
called_off_cb (IonDepartGroup *self)
{
  self->countdown = NULL;
  go_idle (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->send));
}

static GtkWidget *
make_countdown (IonDepartGroup *self, const IonSendFacts *campaign)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = ion_depart_words_heading (self->draft, campaign);
  g_autofree char *kind = ion_depart_words_kind (campaign);
  GtkWidget *countdown = ion_countdown_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                            heading, kind, campaign->countdown);

  g_signal_connect_object (countdown, "elapsed", G_CALLBACK (elapsed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (countdown, "called-off", G_CALLBACK (called_off_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (countdown));
  return countdown;
}

static gboolean
is_ready (IonDraftGroup *group)
{
  const GError *error = ion_draft_editor_get_prepare_error (ion_draft_group_get_editor (group));
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);
  g_autoptr (GPtrArray) gaps = NULL;

  if (campaign == NULL)
    return FALSE;
  gaps = ion_draft_list_gaps (ion_draft_group_get_draft (group), error, campaign,
                              g_get_real_time () / G_USEC_PER_SEC);
  return gaps->len == 0;
}

static void
send_cb (IonDepartGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  /* Time goes on while the page is looked at. */
  ion_draft_group_refresh (group);
  if (self->stage != IDLE || !is_ready (group))
    return;
  self->stage = COUNTING;
  say_trouble (self, NULL);
  self->draft = ion_draft_copy (ion_draft_group_get_draft (group));
  self->campaign_id = g_strdup (campaign->campaign_id);
  ion_draft_editor_save (ion_draft_group_get_editor (group));
  self->countdown = make_countdown (self, campaign);
  ion_draft_group_refresh (group);
  if (campaign->countdown == 0)
    elapsed_cb (self);
}

static void
ion_depart_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonDepartGroup *self = ION_DEPART_GROUP (group);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);
  gboolean ready = is_ready (group);
  g_autofree char *label = ion_depart_words_button (draft, ready ? campaign : NULL);
  g_autofree char *plan = ion_depart_words_plan (draft, campaign);
  g_autofree char *kind = facts != NULL ? ion_depart_words_kind (facts) : NULL;

  gtk_button_set_label (self->send, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), ready && self->stage == IDLE);
  gtk_label_set_label (self->plan, plan != NULL ? plan : "");
  gtk_widget_set_visible (GTK_WIDGET (self->plan), plan != NULL);
  gtk_label_set_label (self->kind, kind != NULL ? kind : "");
  gtk_widget_set_visible (self->kind_mark, facts != NULL && facts->is_first);
}

/* Out of sight, by whatever way: nobody could call it off any more. */
static void
ion_depart_group_unmap (GtkWidget *widget)
{
  IonDepartGroup *self = ION_DEPART_GROUP (widget);

  if (self->stage == COUNTING)
    {
      close_countdown (self);
      go_idle (self, _ ("This page was left before the countdown ended: nothing was sent."));
    }
  GTK_WIDGET_CLASS (ion_depart_group_parent_class)->unmap (widget);
}

static void
ion_depart_group_dispose (GObject *object)
{
  IonDepartGroup *self = ION_DEPART_GROUP (object);

  close_countdown (self);
  g_clear_pointer (&self->draft, ion_draft_free);
  g_clear_pointer (&self->campaign_id, g_free);
  G_OBJECT_CLASS (ion_depart_group_parent_class)->dispose (object);
}

static void
ion_depart_group_class_init (IonDepartGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_depart_group_dispose;
  widget_class->map = ion_depart_group_map;
  widget_class->unmap = ion_depart_group_unmap;
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_depart_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-depart-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDepartGroup, plan);
  gtk_widget_class_bind_template_child (widget_class, IonDepartGroup, kind_mark);
  gtk_widget_class_bind_template_child (widget_class, IonDepartGroup, kind);
  gtk_widget_class_bind_template_child (widget_class, IonDepartGroup, trouble);
  gtk_widget_class_bind_template_child (widget_class, IonDepartGroup, send);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
ion_depart_group_init (IonDepartGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_depart_group_get_countdown (IonDepartGroup *self)
{
  g_return_val_if_fail (ION_IS_DEPART_GROUP (self), NULL);

  return self->countdown;
}
