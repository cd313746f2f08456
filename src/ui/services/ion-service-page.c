/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One service, whole. Each change is applied as it is made.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-service-page.h"

#include "ion-banner.h"
#include "ion-dialog.h"
#include "ion-format.h"
#include "ion-key-group.h"
#include "ion-rotation-group.h"

#include <glib/gi18n-lib.h>

/* More are in the list of campaigns. */
#define CAMPAIGNS_SHOWN 30

struct _IonServicePage
{
  IonPage parent_instance;

  char *service_id;                 /* (owned) */
  IonServiceStory *story;           /* (owned) (nullable): as last seen */
  IonBanner *banner;                /* (unowned) */
  GtkWidget *content;               /* (unowned) */
  GtkEditable *name_row;            /* (unowned) */
  GtkEditable *department_row;      /* (unowned) */
  AdwActionRow *id_row;             /* (unowned) */
  IonKeyGroup *key_group;           /* (unowned) */
  IonRotationGroup *rotation_group; /* (unowned) */
  AdwPreferencesGroup *sent_group;  /* (unowned) */
  GtkListBox *sent_list;            /* (unowned) */
  AdwActionRow *remove_row;         /* (unowned) */
  GtkWidget *remove_button;         /* (unowned) */
  GCancellable *cancellable;        /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonServicePage, ion_service_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_SERVICE_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static GtkWidget *
campaign_row_new (const IonServiceCampaign *campaign, gint64 now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ion_format_date (campaign->created_at, now);
  g_autofree char *count = ion_format_count (campaign->people);
  g_autofree char *people =
      g_strdup_printf (ngettext ("%s person", "%s people", (gulong) campaign->people), count);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s · %s", day, people, ion_campaign_state_get_label (campaign->state));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("ion-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), campaign->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-campaign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", campaign->id);
  return row;
}

static void
show_campaigns (IonServicePage *self)
{
  GPtrArray *campaigns = self->story->campaigns;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->sent_list))) != NULL)
    gtk_list_box_remove (self->sent_list, row);
  for (guint i = 0; i < MIN (campaigns->len, CAMPAIGNS_SHOWN); i++)
    gtk_list_box_append (self->sent_list, campaign_row_new (g_ptr_array_index (campaigns, i), now));
  gtk_widget_set_visible (GTK_WIDGET (self->sent_list), campaigns->len > 0);
  adw_preferences_group_set_description (self->sent_group,
                                         campaigns->len == 0 ? _ ("Nothing yet.")
                                         : campaigns->len > CAMPAIGNS_SHOWN
                                             ? _ ("The newest campaigns; the older ones are among "
                                                  "the campaigns.")
                                             : NULL);
}

static void
show_removal (IonServicePage *self)
{
  guint n = self->story->n_unfinished;
  g_autofree char *subtitle =
      n == 0 ? g_strdup (_ ("Its API Key is forgotten too; what was sent stays in the list of "
                            "campaigns"))
             : g_strdup_printf (ngettext ("Not while %u campaign that uses it is not finished",
                                          "Not while %u campaigns that use it are not finished", n),
                                n);

  adw_action_row_set_subtitle (self->remove_row, subtitle);
  gtk_widget_set_sensitive (self->remove_button, n == 0);
}

/* What a person is typing is left alone. */
static void
show_text (GtkEditable *row, const char *before, const char *now)
{
  if (before == NULL || g_str_equal (gtk_editable_get_text (row), before))
    if (!g_str_equal (gtk_editable_get_text (row), now))
      gtk_editable_set_text (row, now);
}

static const char *
department_of (const IonServiceStory *story)
{
  return story->service->department != NULL ? story->service->department : "";
}

/* @story: (transfer full) */
static void
show_story (IonServicePage *self, IonServiceStory *story)
{
  g_autoptr (IonServiceStory) before = g_steal_pointer (&self->story);

  self->story = story;
  ion_page_set_title (ION_PAGE (self), story->service->name);
  show_text (self->name_row, before != NULL ? before->service->name : NULL, story->service->name);
  show_text (self->department_row, before != NULL ? department_of (before) : NULL,
             department_of (story));
  adw_action_row_set_subtitle (self->id_row, story->service->id);
  ion_key_group_show (self->key_group, story);
  ion_rotation_group_show (self->rotation_group, story);
  show_campaigns (self);
  show_removal (self);
  gtk_widget_set_visible (self->content, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonServicePage *self = ION_SERVICE_PAGE (source);
  g_autoptr (GError) error = NULL;
  IonServiceStory *story = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ion_banner_say_error (self->banner, error);
  if (story != NULL)
    show_story (self, story);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_tell_service (office, data, error);
}

static void
reload (IonServicePage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, load, g_strdup (self->service_id),
                      g_free, (GDestroyNotify) ion_service_story_free, self->cancellable, loaded_cb,
                      NULL);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonServicePage *self = ION_SERVICE_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error == NULL)
    ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
  ion_banner_say_error (self->banner, error);
}

/* @data: id, name, department */
static gpointer
rename_service (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  char **texts = data;

  return GINT_TO_POINTER (ion_ledger_change_service (ion_office_get_ledger (office), texts[0],
                                                     texts[1], texts[2], error));
}

static void
rename_cb (IonServicePage *self)
{
  GStrv texts = g_new0 (char *, 4);

  texts[0] = g_strdup (self->service_id);
  texts[1] = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  texts[2] = g_strstrip (g_strdup (gtk_editable_get_text (self->department_row)));
  if (*texts[1] == '\0')
    {
      g_strfreev (texts);
      gtk_editable_set_text (self->name_row, self->story->service->name);
      return;
    }
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, rename_service, texts,
                      (GDestroyNotify) g_strfreev, NULL, self->cancellable, renamed_cb, NULL);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonServicePage *self = ION_SERVICE_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      ion_banner_say_error (self->banner, error);
      return;
    }
  /* There is nothing here to look at any more. */
  g_cancellable_cancel (self->cancellable);
  ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static gpointer
remove_service (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ion_office_remove_service (office, data, error));
}

static void
remove_confirmed_cb (GtkWidget *widget, gpointer user_data)
{
  IonServicePage *self = ION_SERVICE_PAGE (widget);

  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, remove_service,
                      g_strdup (self->service_id), g_free, NULL, self->cancellable, removed_cb,
                      NULL);
}

static void
remove_cb (IonServicePage *self)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Remove the service «%s»?"), self->story->service->name);

  ion_dialog_ask (GTK_WIDGET (self), heading,
                  _ ("Its API Key is forgotten on this computer and must be copied again from IO "
                     "if "
                     "the service is needed later. Citizens keep the messages they have."),
                  _ ("_Remove the service"), NULL, ION_DIALOG_DESTRUCTIVE, remove_confirmed_cb,
                  NULL);
}

static void
ion_service_page_shown (IonPage *page)
{
  reload (ION_SERVICE_PAGE (page));
}

static void
ion_service_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SERVICE_ID)
    g_value_set_string (value, ION_SERVICE_PAGE (object)->service_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_service_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SERVICE_ID)
    ION_SERVICE_PAGE (object)->service_id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_service_page_constructed (GObject *object)
{
  IonServicePage *self = ION_SERVICE_PAGE (object);
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));

  G_OBJECT_CLASS (ion_service_page_parent_class)->constructed (object);
  ion_key_group_set_service (self->key_group, desk, self->service_id);
  ion_rotation_group_set_service (self->rotation_group, desk, self->service_id);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

static void
ion_service_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_SERVICE_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_service_page_parent_class)->dispose (object);
}

static void
ion_service_page_finalize (GObject *object)
{
  IonServicePage *self = ION_SERVICE_PAGE (object);

  g_clear_pointer (&self->story, ion_service_story_free);
  g_clear_object (&self->cancellable);
  g_free (self->service_id);
  G_OBJECT_CLASS (ion_service_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_KEY_GROUP);
  g_type_ensure (ION_TYPE_ROTATION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/services/"
                                                             "ion-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, content);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, department_row);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, id_row);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, key_group);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, rotation_group);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, sent_group);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, sent_list);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, remove_row);
  gtk_widget_class_bind_template_child (widget_class, IonServicePage, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_key_group_test);
}

static void
ion_service_page_class_init (IonServicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_service_page_get_property;
  object_class->set_property = ion_service_page_set_property;
  object_class->constructed = ion_service_page_constructed;
  object_class->dispose = ion_service_page_dispose;
  object_class->finalize = ion_service_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_service_page_shown;
  props[PROP_SERVICE_ID] =
      g_param_spec_string ("service-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ion_service_page_init (IonServicePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
