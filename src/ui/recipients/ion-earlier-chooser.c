/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign, and which of its people: each state with how many there are in it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-earlier-chooser.h"

#include "ion-format.h"
#include "ion-ledger-campaigns.h"
#include "ion-source-change.h"

#include <glib/gi18n-lib.h>

struct _IonEarlierChooser
{
  AdwBin parent_instance;

  GtkDropDown *campaigns;
  AdwPreferencesGroup *states_group;
  GtkLabel *nothing;
  GtkWidget *take_button;

  IonDraftEditor *editor;    /* (owned) (nullable) */
  GPtrArray *list;           /* (owned) (nullable) (element-type IonCampaign) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *rows;           /* (owned) (element-type AdwActionRow) */
  GtkWidget *checks[ION_N_DELIVERY_STATES];
  gint64 counts[ION_N_DELIVERY_STATES];
};

G_DEFINE_FINAL_TYPE (IonEarlierChooser, ion_earlier_chooser, ADW_TYPE_BIN)

static guint done_signal;

/* Whose message has come to an end: the others may still get theirs, or never had one. */
static const IonDeliveryState offered[] = {
  ION_DELIVERY_DELIVERED,    ION_DELIVERY_ACCEPTED,  ION_DELIVERY_NOT_ON_IO,
  ION_DELIVERY_SWITCHED_OFF, ION_DELIVERY_REFUSED,   ION_DELIVERY_REJECTED,
  ION_DELIVERY_FAILED,       ION_DELIVERY_UNCERTAIN, ION_DELIVERY_CANCELLED,
};

#define REACHED (1u << ION_DELIVERY_DELIVERED | 1u << ION_DELIVERY_ACCEPTED)

static guint
get_mask (IonEarlierChooser *self)
{
  guint mask = 0;

  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    {
      if (self->checks[state] != NULL &&
          gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[state])))
        mask |= 1u << state;
    }
  return mask;
}

static void
toggled_cb (IonEarlierChooser *self)
{
  guint mask = get_mask (self);
  gint64 people = 0;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  for (guint state = 0; state < ION_N_DELIVERY_STATES; state++)
    people += (mask & 1u << state) != 0 ? self->counts[state] : 0;
  count = ion_format_count (people);
  label = g_strdup_printf (ngettext ("Take %s person", "Take %s people", (gulong) people), count);
  gtk_button_set_label (GTK_BUTTON (self->take_button),
                        people > 0 ? label : _ ("Take these people"));
  gtk_widget_set_sensitive (self->take_button, people > 0);
}

static void
clear_rows (IonEarlierChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->states_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  memset (self->checks, 0, sizeof self->checks);
  memset (self->counts, 0, sizeof self->counts);
  toggled_cb (self);
}

static void
add_row (IonEarlierChooser *self, IonDeliveryState state, gint64 count)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *number = ion_format_count (count);
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ion_delivery_state_get_label (state));
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (REACHED & 1u << state) != 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->states_group, row);
  g_ptr_array_add (self->rows, g_object_ref (row));
  self->checks[state] = check;
  self->counts[state] = count;
}

static gpointer
count_func (IonOffice *office, gpointer id, GCancellable *cancellable, GError **error)
{
  g_autofree IonCampaignCounts *counts = g_new0 (IonCampaignCounts, 1);

  if (!ion_ledger_count_campaign (ion_office_get_ledger (office), id, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

static void
say_nothing (IonEarlierChooser *self, const char *words)
{
  gtk_label_set_label (self->nothing, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), words != NULL);
}

static void
say_error (IonEarlierChooser *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  say_nothing (self, sentence);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree IonCampaignCounts *counts = ion_desk_run_finish (result, &error);
  IonEarlierChooser *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_rows (self);
  if (counts == NULL)
    {
      say_error (self, error);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (counts->by_state[offered[i]] > 0)
        add_row (self, offered[i], counts->by_state[offered[i]]);
    }
  say_nothing (self, self->rows->len > 0 ? NULL : _ ("Nobody of this campaign had a message yet."));
  toggled_cb (self);
}

static void
renew_cancellable (IonEarlierChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
selected_cb (IonEarlierChooser *self)
{
  guint index = gtk_drop_down_get_selected (self->campaigns);
  const IonCampaign *campaign;

  if (self->list == NULL || index >= self->list->len)
    return;
  campaign = g_ptr_array_index (self->list, index);
  renew_cancellable (self);
  ion_desk_run_async (ion_draft_editor_get_desk (self->editor), NULL, count_func,
                      g_strdup (campaign->id), g_free, g_free, self->cancellable, counted_cb, self);
}

/* Only what has begun has people of whom something became. */
static gpointer
list_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *list = ion_ledger_list_campaigns (ion_office_get_ledger (office), error);

  for (guint i = list != NULL ? list->len : 0; i-- > 0;)
    {
      const IonCampaign *campaign = g_ptr_array_index (list, i);

      if (campaign->started_at == 0 || campaign->is_test)
        g_ptr_array_remove_index (list, i);
    }
  return list;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ion_desk_run_finish (result, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  IonEarlierChooser *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (list, i);

      gtk_string_list_append (names, campaign->name);
    }
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = g_steal_pointer (&list);
  gtk_drop_down_set_model (self->campaigns, G_LIST_MODEL (names));
  if (error != NULL)
    say_error (self, error);
  else
    say_nothing (self, self->list->len > 0 ? NULL : _ ("No campaign was sent yet."));
  selected_cb (self);
}

void
ion_earlier_chooser_begin (IonEarlierChooser *self)
{
  g_return_if_fail (ION_IS_EARLIER_CHOOSER (self) && self->editor != NULL);

  clear_rows (self);
  renew_cancellable (self);
  ion_desk_run_async (ion_draft_editor_get_desk (self->editor), NULL, list_func, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb, self);
}

static void
take_cb (IonEarlierChooser *self)
{
  guint index = gtk_drop_down_get_selected (self->campaigns);
  const IonCampaign *campaign;

  if (self->list == NULL || index >= self->list->len || get_mask (self) == 0)
    return;
  campaign = g_ptr_array_index (self->list, index);
  ion_source_change_to_campaign (GTK_WIDGET (self), self->editor, campaign->id, get_mask (self));
  g_signal_emit (self, done_signal, 0);
}

static void
cancel_cb (IonEarlierChooser *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
ion_earlier_chooser_dispose (GObject *object)
{
  IonEarlierChooser *self = ION_EARLIER_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_earlier_chooser_parent_class)->dispose (object);
}

static void
ion_earlier_chooser_class_init (IonEarlierChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_earlier_chooser_dispose;

  done_signal = g_signal_new ("done", ION_TYPE_EARLIER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-earlier-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, IonEarlierChooser, campaigns);
  gtk_widget_class_bind_template_child (widget_class, IonEarlierChooser, states_group);
  gtk_widget_class_bind_template_child (widget_class, IonEarlierChooser, nothing);
  gtk_widget_class_bind_template_child (widget_class, IonEarlierChooser, take_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ion_earlier_chooser_init (IonEarlierChooser *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_earlier_chooser_set_editor (IonEarlierChooser *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_EARLIER_CHOOSER (self));

  g_set_object (&self->editor, editor);
}
