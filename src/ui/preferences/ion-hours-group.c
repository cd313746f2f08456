/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Hours and days with buttons: nobody has to know how they are written down.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-hours-group.h"

#include "ion-number-row.h"
#include "ion-sending-hours-text.h"
#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>

#define DAYS 7

struct _IonHoursGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;               /* (unowned) (nullable): weak: the window has it, and may go first */
  IonNumberRow *from_row;      /* (unowned) */
  IonNumberRow *to_row;        /* (unowned) */
  GtkListBoxRow *days_row;     /* (unowned) */
  GtkBox *days_box;            /* (unowned) */
  GtkToggleButton *days[DAYS]; /* (unowned): Monday first */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (IonHoursGroup, ion_hours_group, ADW_TYPE_PREFERENCES_GROUP)

static void
chosen_cb (IonHoursGroup *self)
{
  IonSendingHours hours = { .from_hour = ion_number_row_get_number (self->from_row),
                            .to_hour = ion_number_row_get_number (self->to_row) };
  g_autofree char *text = NULL;

  if (self->is_showing || self->desk == NULL)
    return;
  for (int day = 0; day < DAYS; day++)
    if (gtk_toggle_button_get_active (self->days[day]))
      hours.days |= 1u << day;
  if (hours.days == 0)
    {
      ion_setting_say (GTK_WIDGET (self->days_row), _ ("At least one day is needed."));
      return;
    }
  if (hours.from_hour >= hours.to_hour)
    {
      ion_setting_say (GTK_WIDGET (self->days_row), _ ("The end must come after the beginning."));
      return;
    }
  text = ion_sending_hours_format (&hours);
  ion_setting_apply (GTK_WIDGET (self->days_row), self->desk, "sending-hours", text);
}

static void
add_days (IonHoursGroup *self)
{
  const char *const names[DAYS] = { _ ("Monday"), _ ("Tuesday"),  _ ("Wednesday"), _ ("Thursday"),
                                    _ ("Friday"), _ ("Saturday"), _ ("Sunday") };

  for (int day = 0; day < DAYS; day++)
    {
      g_autofree char *initials = g_utf8_substring (names[day], 0, 2);
      GtkWidget *button = gtk_toggle_button_new_with_label (initials);

      /* Round, as in the clock: seven of them fit a telephone's width. */
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, names[day]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[day], -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->days_box, button);
      self->days[day] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
ion_hours_group_finalize (GObject *object)
{
  g_clear_weak_pointer (&ION_HOURS_GROUP (object)->desk);
  G_OBJECT_CLASS (ion_hours_group_parent_class)->finalize (object);
}

static void
ion_hours_group_class_init (IonHoursGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_hours_group_finalize;
  g_type_ensure (ION_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-hours-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonHoursGroup, from_row);
  gtk_widget_class_bind_template_child (widget_class, IonHoursGroup, to_row);
  gtk_widget_class_bind_template_child (widget_class, IonHoursGroup, days_row);
  gtk_widget_class_bind_template_child (widget_class, IonHoursGroup, days_box);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ion_hours_group_init (IonHoursGroup *self)
{
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_days (self);
  self->is_showing = FALSE;
}

void
ion_hours_group_show (IonHoursGroup *self, IonDesk *desk, const char *value)
{
  g_autoptr (IonSendingHours) hours = ion_sending_hours_new (value, NULL, NULL);

  g_return_if_fail (ION_IS_HOURS_GROUP (self));

  g_set_weak_pointer (&self->desk, desk);
  if (hours == NULL)
    return;
  self->is_showing = TRUE;
  ion_number_row_set_number (self->from_row, hours->from_hour);
  ion_number_row_set_number (self->to_row, hours->to_hour);
  for (int day = 0; day < DAYS; day++)
    gtk_toggle_button_set_active (self->days[day], (hours->days & (1u << day)) != 0);
  self->is_showing = FALSE;
}
