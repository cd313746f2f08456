/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two buttons, as IO has them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-button-group.h"

#include "ion-button.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwExpanderRow *row; /* (unowned) */
  GtkEditable *text;   /* (unowned) */
  GtkEditable *text_en;
  GtkEditable *action;
} ButtonRows;

struct _IonButtonGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean is_setting;
  ButtonRows buttons[ION_BUTTONS_MAX];
};

G_DEFINE_FINAL_TYPE (IonButtonGroup, ion_button_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Each field as one letter: only what stands around it is looked at. */
static gboolean
is_good_action (const char *action)
{
  g_autoptr (GRegex) fields = g_regex_new ("\\{\\{.*?\\}\\}", 0, 0, NULL);
  const char place[] = { ION_BUTTON_PLACEHOLDER, '\0' };
  g_autofree char *known = g_regex_replace_literal (fields, action, -1, 0, place, 0, NULL);

  return known != NULL && ion_button_action_check (known) == ION_BUTTON_ACTION_GOOD;
}

static void
show_heading (ButtonRows *button)
{
  const char *text = gtk_editable_get_text (button->text);
  const char *action = gtk_editable_get_text (button->action);
  gboolean is_wrong = *action != '\0' && !is_good_action (action);

  adw_expander_row_set_subtitle (button->row, is_wrong ? _ ("The address must begin with https:// "
                                                            "or tel:")
                                              : *text != '\0' ? text
                                                              : _ ("None"));
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (button->action), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button->action), "error");
}

static void
changed_cb (IonButtonGroup *self)
{
  if (self->is_setting)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    show_heading (&self->buttons[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkEditable *
add_entry (IonButtonGroup *self, AdwExpanderRow *row, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_expander_row_add_row (row, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (entry);
}

static void
ion_button_group_class_init (IonButtonGroupClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", ION_TYPE_BUTTON_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ion_button_group_init (IonButtonGroup *self)
{
  const char *const titles[] = { _ ("First Button"), _ ("Second Button") };

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == ION_BUTTONS_MAX);

  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      ButtonRows *button = &self->buttons[i];
      GtkWidget *row = adw_expander_row_new ();

      button->row = ADW_EXPANDER_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      button->text = add_entry (self, button->row, _ ("Text"));
      button->text_en = add_entry (self, button->row, _ ("English Text"));
      button->action = add_entry (self, button->row, _ ("Address (https://… or tel:…)"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      show_heading (button);
    }
}

static void
show (GtkEditable *entry, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

void
ion_button_group_show (IonButtonGroup *self, const IonTemplateText *text)
{
  g_return_if_fail (ION_IS_BUTTON_GROUP (self));

  self->is_setting = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      const IonTemplateButton *button =
          i < text->buttons->len ? g_ptr_array_index (text->buttons, i) : NULL;

      show (self->buttons[i].text, button != NULL ? button->text : NULL);
      show (self->buttons[i].text_en, button != NULL ? button->text_en : NULL);
      show (self->buttons[i].action, button != NULL ? button->action : NULL);
      show_heading (&self->buttons[i]);
    }
  self->is_setting = FALSE;
}

void
ion_button_group_store (IonButtonGroup *self, IonTemplateText *text)
{
  g_return_if_fail (ION_IS_BUTTON_GROUP (self));

  g_ptr_array_set_size (text->buttons, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      const char *words = gtk_editable_get_text (self->buttons[i].text);
      const char *english = gtk_editable_get_text (self->buttons[i].text_en);
      const char *action = gtk_editable_get_text (self->buttons[i].action);

      if (*words != '\0' || *english != '\0' || *action != '\0')
        g_ptr_array_add (text->buttons,
                         ion_template_button_new (words, *english != '\0' ? english : NULL,
                                                  action));
    }
}
