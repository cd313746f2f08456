/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The buttons below a message, where the app keeps them: they stay while the text scrolls.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-buttons.h"

struct _IonPhoneButtons
{
  GtkBox parent_instance;

  GtkLabel *first_button;  /* (unowned) */
  GtkLabel *second_button; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPhoneButtons, ion_phone_buttons, GTK_TYPE_BOX)

static void
show_button (GtkLabel *label, GArray *buttons, guint index, gboolean is_english)
{
  gboolean is_there = buttons != NULL && index < buttons->len;

  gtk_widget_set_visible (GTK_WIDGET (label), is_there);
  if (is_there)
    {
      const IonButtonText *button = &g_array_index (buttons, IonButtonText, index);

      gtk_label_set_label (label, is_english ? button->text_en : button->text);
    }
}

static void
ion_phone_buttons_class_init (IonPhoneButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/phone/ion-phone-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPhoneButtons, first_button);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneButtons, second_button);
}

static void
ion_phone_buttons_init (IonPhoneButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_phone_buttons_show (IonPhoneButtons *self, GArray *buttons, gboolean is_english)
{
  g_return_if_fail (ION_IS_PHONE_BUTTONS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), buttons != NULL && buttons->len > 0);
  show_button (self->first_button, buttons, 0, is_english);
  show_button (self->second_button, buttons, 1, is_english);
}
