/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One person of a list. A code whose last character does not fit its others is taken, as the
 * platform takes it, but most often it is a slip of the pen: that is said where it stands.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-listed-row.h"

#include "ion-fiscal-code.h"
#include "ion-person-record.h"

#include <glib/gi18n-lib.h>

#define PERSON "person"

static GtkWidget *
button_new (IonListedPerson *person, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("ion-cross-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Take %s off the list"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), PERSON, person,
                          (GDestroyNotify) ion_listed_person_free);
  return button;
}

static void
warn (GtkWidget *row, const char *masked)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("ion-warning-symbolic");
  /* Translators: %s is a masked fiscal code */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s: its last character does not fit the others. Look at it again."),
                       masked);

  gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
}

GtkWidget *
ion_listed_row_new (IonListedPerson *person, GCallback remove_func)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *masked = ion_fiscal_code_mask (person->fiscal_code);
  const char *title = *person->label != '\0' ? person->label : masked;
  GtkWidget *button = button_new (person, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (!ion_fiscal_code_is_check_character_right (person->fiscal_code))
    warn (row, masked);
  else if (*person->label != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), masked);
  g_signal_connect (button, "clicked", remove_func, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

const IonListedPerson *
ion_listed_row_get_person (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), PERSON);
}
