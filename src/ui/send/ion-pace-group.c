/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A mistake that twenty people have seen can be put right; five thousand cannot be called back.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-pace-group.h"

struct _IonPaceGroup
{
  IonDraftGroup parent_instance;

  AdwExpanderRow *first;       /* (unowned) */
  GtkSpinButton *first_number; /* (unowned) */
  AdwExpanderRow *daily;       /* (unowned) */
  GtkSpinButton *daily_number; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPaceGroup, ion_pace_group, ION_TYPE_DRAFT_GROUP)

static void
changed_cb (IonPaceGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  gint64 first, daily;
  IonDraft *draft;

  if (ion_draft_group_is_refreshing (group) || ion_draft_group_get_editor (group) == NULL)
    return;
  draft = ion_draft_group_get_draft (group);
  first = adw_expander_row_get_enable_expansion (self->first)
              ? gtk_spin_button_get_value_as_int (self->first_number)
              : -1;
  daily = adw_expander_row_get_enable_expansion (self->daily)
              ? gtk_spin_button_get_value_as_int (self->daily_number)
              : 0;
  if (first == draft->first && daily == draft->daily)
    return;
  draft->first = first;
  draft->daily = daily;
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (group));
}

static void
show (AdwExpanderRow *row, GtkSpinButton *number, gint64 value)
{
  adw_expander_row_set_enable_expansion (row, value > 0);
  if (value > 0 && gtk_spin_button_get_value_as_int (number) != value)
    gtk_spin_button_set_value (number, (double) value);
}

/* One person is not parted. */
static void
ion_pace_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonPaceGroup *self = ION_PACE_GROUP (group);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  gtk_widget_set_visible (GTK_WIDGET (self), campaign == NULL || campaign->people > 1);
  show (self->first, self->first_number, draft->first);
  show (self->daily, self->daily_number, draft->daily);
}

static void
ion_pace_group_class_init (IonPaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_pace_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-pace-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPaceGroup, first);
  gtk_widget_class_bind_template_child (widget_class, IonPaceGroup, first_number);
  gtk_widget_class_bind_template_child (widget_class, IonPaceGroup, daily);
  gtk_widget_class_bind_template_child (widget_class, IonPaceGroup, daily_number);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_pace_group_init (IonPaceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
