/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Settings hold as soon as they are chosen: there is nothing to confirm, and what is wrong is said
 * where it stands.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-setting-apply.h"

#include "ion-office-settings.h"

#define DESCRIPTION "ion-setting-description"
#define PENDING     "ion-setting-pending"

typedef struct
{
  char *key;   /* (owned) */
  char *value; /* (owned) */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->key);
  g_free (wish->value);
  g_free (wish);
}

void
ion_setting_say (GtkWidget *row, const char *sentence)
{
  GtkWidget *widget = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  g_autofree char *escaped = NULL;

  if (group == NULL)
    return;
  if (g_object_get_data (G_OBJECT (group), DESCRIPTION) == NULL)
    {
      const char *before = adw_preferences_group_get_description (group);

      g_object_set_data_full (G_OBJECT (group), DESCRIPTION,
                              g_strdup (before != NULL ? before : ""), g_free);
    }
  escaped = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;
  adw_preferences_group_set_description (group,
                                         escaped != NULL
                                             ? escaped
                                             : g_object_get_data (G_OBJECT (group), DESCRIPTION));
  if (sentence != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

static gpointer
apply (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  ion_office_set_setting (office, wish->key, wish->value, error);
  return NULL;
}

/* Changes on their way, on the desk: what is read meanwhile may be older than they are. */
static void
add_pending (IonDesk *desk, int n)
{
  int pending = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (desk), PENDING)) + n;

  g_object_set_data (G_OBJECT (desk), PENDING, GINT_TO_POINTER (pending));
}

gboolean
ion_setting_is_pending (IonDesk *desk)
{
  return g_object_get_data (G_OBJECT (desk), PENDING) != NULL;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  ion_setting_say (GTK_WIDGET (source), sentence);
  add_pending (desk, -1);
  /* Also where nothing changed: what was not shown meanwhile is asked for again. */
  ion_desk_tell_office_changed (desk);
}

void
ion_setting_apply (GtkWidget *row, IonDesk *desk, const char *key, const char *value)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->key = g_strdup (key);
  wish->value = g_strdup (value);
  add_pending (desk, 1);
  ion_desk_run_async (desk, row, apply, wish, wish_free, NULL, NULL, applied_cb,
                      g_object_ref (desk));
}
