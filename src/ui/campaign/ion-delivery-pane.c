/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The pane beside the table. It shows the row that was asked for last, whichever answer comes
 * first.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-delivery-pane.h"

#include "ion-clipboard.h"
#include "ion-delivery-item.h"
#include "ion-delivery-steps.h"
#include "ion-delivery-story.h"
#include "ion-format.h"
#include "ion-person-record.h"
#include "ion-phone.h"

#include <glib/gi18n-lib.h>

struct _IonDeliveryPane
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkButton *close_button;
  GtkLabel *code;
  GtkButton *copy_button;
  GtkListBox *steps;
  GtkButton *decide_button;
  GtkButton *retry_button;
  GtkLabel *problem;
  IonPhone *phone;

  IonDesk *desk;             /* (owned) (nullable) */
  char *campaign_id;         /* (owned) */
  GtkWidget *owner;          /* (unowned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  IonDeliveryStory *story;   /* (owned) (nullable) */
  gint64 row;                /* 0 = closed */
  gboolean shows_code;
};

G_DEFINE_FINAL_TYPE (IonDeliveryPane, ion_delivery_pane, GTK_TYPE_WIDGET)

static guint closed_signal;

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_step (IonDeliveryPane *self, const IonDeliveryStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *when =
      step->at > 0 ? ion_format_moment (step->at, g_get_real_time () / G_USEC_PER_SEC) : NULL;

  gtk_box_append (GTK_BOX (box), label_new (step->title, step->is_ahead ? "dim-label" : "heading"));
  if (step->detail != NULL)
    gtk_box_append (GTK_BOX (box), label_new (step->detail, NULL));
  if (when != NULL)
    {
      GtkWidget *label = label_new (when, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, step->title,
                                  -1);
  gtk_list_box_append (self->steps, row);
}

static void
show_steps (IonDeliveryPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, row);
  for (guint i = 0; i < self->story->steps->len; i++)
    add_step (self, g_ptr_array_index (self->story->steps, i));
}

static void
show_code (IonDeliveryPane *self)
{
  const char *code = self->story->preview->delivery->fiscal_code;
  g_autofree char *masked = ion_fiscal_code_mask (code);
  gboolean is_known = code != NULL && code[0] != '\0';

  gtk_label_set_label (self->code, !is_known          ? _ ("This person was forgotten")
                                   : self->shows_code ? code
                                                      : masked);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), is_known && self->shows_code);
}

/* What may be decided about this message alone. */
static void
show_acts (IonDeliveryPane *self)
{
  IonDeliveryState state = self->story->preview->delivery->state;
  gboolean may_retry = state == ION_DELIVERY_REFUSED || state == ION_DELIVERY_REJECTED ||
                       state == ION_DELIVERY_FAILED;

  gtk_widget_set_visible (GTK_WIDGET (self->decide_button), state == ION_DELIVERY_UNCERTAIN);
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), may_retry);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->decide_button), "u", (guint) self->row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->retry_button), "u", (guint) self->row);
}

static void
show_message (IonDeliveryPane *self)
{
  IonOffice *office = ion_desk_get_office (self->desk);
  const IonCampaignPreview *preview = self->story->preview;

  ion_phone_set_sender (self->phone, ion_office_get_name (office), self->story->service_name);
  ion_phone_set_message (self->phone, preview->message);
  gtk_widget_set_visible (GTK_WIDGET (self->phone), preview->message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), preview->message == NULL);
  gtk_label_set_label (self->problem, preview->problem != NULL ? preview->problem : "");
}

static void
show (IonDeliveryPane *self)
{
  show_code (self);
  show_steps (self);
  show_acts (self);
  show_message (self);
}

typedef struct
{
  char *campaign_id; /* (owned) */
  gint64 row;
} Wish;

static void
wish_free (gpointer data)
{
  g_free (((Wish *) data)->campaign_id);
  g_free (data);
}

static gpointer
story_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return ion_delivery_story_read (office, wish->campaign_id, wish->row, error);
}

static void
story_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDeliveryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDeliveryStory) story = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (story == NULL)
    {
      g_autofree char *sentence = ion_office_error_explain (error);

      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->phone), FALSE);
      return;
    }
  g_clear_pointer (&self->story, ion_delivery_story_free);
  self->story = g_steal_pointer (&story);
  show (self);
}

static void
stop_reading (IonDeliveryPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
ion_delivery_pane_refresh (IonDeliveryPane *self)
{
  Wish *wish;

  g_return_if_fail (ION_IS_DELIVERY_PANE (self));

  if (self->row == 0)
    return;
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  wish = g_new0 (Wish, 1);
  wish->campaign_id = g_strdup (self->campaign_id);
  wish->row = self->row;
  ion_desk_run_async (self->desk, self->owner, story_func, wish, wish_free,
                      (GDestroyNotify) ion_delivery_story_free, self->cancellable, story_cb,
                      g_object_ref (self));
}

static void
copy_cb (IonDeliveryPane *self)
{
  if (self->story != NULL && self->shows_code)
    ion_clipboard_copy_secret (GTK_WIDGET (self), self->story->preview->delivery->fiscal_code);
}

static void
ion_delivery_pane_dispose (GObject *object)
{
  IonDeliveryPane *self = ION_DELIVERY_PANE (object);

  stop_reading (self);
  g_clear_pointer (&self->story, ion_delivery_story_free);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ion_delivery_pane_parent_class)->dispose (object);
}

static void
ion_delivery_pane_finalize (GObject *object)
{
  g_free (ION_DELIVERY_PANE (object)->campaign_id);
  G_OBJECT_CLASS (ion_delivery_pane_parent_class)->finalize (object);
}

static void
ion_delivery_pane_class_init (IonDeliveryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_delivery_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_delivery_pane_finalize;
  g_type_ensure (ION_TYPE_PHONE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-delivery-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, content);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, title);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, code);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, steps);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, decide_button);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, retry_button);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, problem);
  gtk_widget_class_bind_template_child (widget_class, IonDeliveryPane, phone);
  gtk_widget_class_bind_template_callback (widget_class, ion_delivery_pane_close);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  closed_signal = g_signal_new ("closed", ION_TYPE_DELIVERY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
ion_delivery_pane_init (IonDeliveryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_delivery_pane_set_campaign (IonDeliveryPane *self,
                                IonDesk *desk,
                                const char *campaign_id,
                                GtkWidget *owner)
{
  g_return_if_fail (ION_IS_DELIVERY_PANE (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->campaign_id = g_strdup (campaign_id);
  self->owner = owner;
}

void
ion_delivery_pane_show_row (IonDeliveryPane *self, gint64 row, gboolean shows_code)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (ION_IS_DELIVERY_PANE (self) && row > 0);

  self->row = row;
  self->shows_code = shows_code;
  number = ion_format_count (row);
  title = g_strdup_printf (_ ("Row %s"), number);
  gtk_label_set_label (self->title, title);
  ion_delivery_pane_refresh (self);
}

gboolean
ion_delivery_pane_is_open (IonDeliveryPane *self)
{
  g_return_val_if_fail (ION_IS_DELIVERY_PANE (self), FALSE);

  return self->row > 0;
}

void
ion_delivery_pane_close (IonDeliveryPane *self)
{
  g_return_if_fail (ION_IS_DELIVERY_PANE (self));

  if (self->row == 0)
    return;
  stop_reading (self);
  self->row = 0;
  g_clear_pointer (&self->story, ion_delivery_story_free);
  g_signal_emit (self, closed_signal, 0);
}

void
ion_delivery_pane_focus (IonDeliveryPane *self)
{
  g_return_if_fail (ION_IS_DELIVERY_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}
