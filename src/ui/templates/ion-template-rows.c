/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Rows about a template: made of what is known of it, with nothing to remember.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-rows.h"

#include "ion-format.h"
#include "ion-ledger-services.h"
#include "ion-plain-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
ion_template_rows_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

void
ion_template_rows_add_remark (GtkListBox *list, const char *sentence, gboolean is_warning)
{
  GtkWidget *row = row_new (sentence, NULL);
  GtkWidget *shape = gtk_image_new_from_icon_name (is_warning ? "ion-warning-symbolic"
                                                              : "ion-key-refused-symbolic");

  gtk_widget_add_css_class (shape, is_warning ? "warning" : "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (shape), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_warning ? _ ("Warning") : _ ("Error"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
  gtk_list_box_append (list, row);
}

void
ion_template_rows_fill_remarks (GtkListBox *list, const IonTemplateStory *story)
{
  ion_template_rows_clear (list);
  for (guint i = 0; i < story->remarks->len; i++)
    {
      const IonTemplateRemark *remark = g_ptr_array_index (story->remarks, i);

      ion_template_rows_add_remark (list, remark->message, remark->is_warning);
    }
}

void
ion_template_rows_fill_fields (GtkListBox *list, const IonTemplateStory *story)
{
  ion_template_rows_clear (list);
  for (guint i = 0; story->fields != NULL && i < ion_fields_get_size (story->fields); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (story->fields, i, &name, &value);
      gtk_list_box_append (list, row_new (name, value));
    }
}

static GtkWidget *
version_row_new (const IonTemplateVersion *version, gint64 now)
{
  g_autofree char *when = ion_format_moment (version->changed_at, now);
  g_autofree char *subject = ion_plain_text_from_subject (version->template_->main);
  GtkWidget *row = row_new (subject, when);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Put back"));
  g_autofree char *label = g_strdup_printf (_ ("Put back the version of %s"), when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", version->version);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "template.restore");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

void
ion_template_rows_fill_versions (GtkListBox *list, const IonTemplateStory *story)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ion_template_rows_clear (list);
  for (guint i = 0; i < story->versions->len; i++)
    gtk_list_box_append (list, version_row_new (g_ptr_array_index (story->versions, i), now));
}
