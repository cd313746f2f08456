/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A cause and its way out. What is normal looks calm; only what waits for a person has a mark.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-cause-row.h"

#include "ion-delivery-item.h"
#include "ion-format.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonCauseRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *meaning;
  GtkLabel *advice;
  GtkButton *act_button;
  GtkButton *show_button;
};

G_DEFINE_FINAL_TYPE (IonCauseRow, ion_cause_row, GTK_TYPE_LIST_BOX_ROW)

static void
ion_cause_row_class_init (IonCauseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/campaign/ion-cause-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, title);
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, advice);
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, act_button);
  gtk_widget_class_bind_template_child (widget_class, IonCauseRow, show_button);
}

static void
ion_cause_row_init (IonCauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_cause_row_new (void)
{
  return g_object_new (ION_TYPE_CAUSE_ROW, NULL);
}

static void
set_act (IonCauseRow *self, const char *label, const char *action, guint states)
{
  GtkActionable *actionable = GTK_ACTIONABLE (self->act_button);

  gtk_button_set_label (self->act_button, label);
  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), action) == 0)
    return;
  /* The one without the other would not fit, not even for a moment. */
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable,
                                          states != 0 ? g_variant_new_uint32 (states) : NULL);
  gtk_actionable_set_action_name (actionable, action);
}

/* What a person can do about it here. */
static void
choose_act (IonCauseRow *self, const IonCampaignCause *cause)
{
  guint mask = 1u << cause->state;

  switch (cause->state)
    {
    case ION_DELIVERY_UNCERTAIN:
      set_act (self, _ ("Decide…"), "campaign.decide", 0);
      break;
    case ION_DELIVERY_REFUSED:
      if (g_strcmp0 (cause->code, "notice-already-sent") == 0)
        set_act (self, _ ("Send Them All the Same…"), "campaign.retry-held", 0);
      else
        set_act (self, _ ("Try Again…"), "campaign.retry", mask);
      break;
    case ION_DELIVERY_REJECTED:
    case ION_DELIVERY_FAILED:
      set_act (self, _ ("Try Again…"), "campaign.retry", mask);
      break;
    default:
      set_act (self, _ ("Export…"), "campaign.export", mask);
    }
}

void
ion_cause_row_set_cause (IonCauseRow *self, const IonCampaignCause *cause)
{
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (ION_IS_CAUSE_ROW (self) && cause != NULL);

  count = ion_format_count (cause->count);
  /* Translators: “15 · Not accepted”: so many messages, and what became of them */
  title = g_strdup_printf (_ ("%1$s · %2$s"), count, cause->title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->meaning, cause->meaning);
  gtk_label_set_label (self->advice, cause->advice != NULL ? cause->advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), cause->advice != NULL);
  gtk_image_set_from_icon_name (self->icon, ion_delivery_state_get_icon (cause->state));
  if (cause->state == ION_DELIVERY_UNCERTAIN)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "u", 1u << cause->state);
  choose_act (self, cause);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
