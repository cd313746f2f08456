/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The preferences: reads every setting at once, shows each where it belongs.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-preferences.h"

#include "ion-holidays-group.h"
#include "ion-hours-group.h"
#include "ion-lists-page.h"
#include "ion-number-row.h"
#include "ion-office-page.h"
#include "ion-office-settings.h"
#include "ion-people-group.h"
#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The day's ceiling where a person first asks for one. */
#define FIRST_LIMIT 5000

/* Where there is room. */
#define WIDTH  640
#define HEIGHT 680

struct _IonPreferences
{
  AdwPreferencesWindow parent_instance;

  IonDesk *desk;                    /* (owned) */
  IonHoursGroup *hours_group;       /* (unowned) */
  IonHolidaysGroup *holidays_group; /* (unowned) */
  IonNumberRow *calls_row;          /* (unowned) */
  IonNumberRow *seconds_row;        /* (unowned) */
  IonNumberRow *concurrency_row;    /* (unowned) */
  GtkSwitch *limit_switch;          /* (unowned) */
  IonNumberRow *limit_row;          /* (unowned) */
  IonNumberRow *countdown_row;      /* (unowned) */
  IonNumberRow *patience_row;       /* (unowned) */
  IonNumberRow *retention_row;      /* (unowned) */
  IonPeopleGroup *test_group;       /* (unowned) */
  IonListsPage *lists_page;         /* (unowned) */
  IonOfficePage *office_page;       /* (unowned) */
  gboolean is_showing;
  GCancellable *loading; /* (owned) (nullable): the last reading of all settings */
};

G_DEFINE_FINAL_TYPE (IonPreferences, ion_preferences, ADW_TYPE_PREFERENCES_WINDOW)

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
show_limit (IonPreferences *self, const char *value)
{
  int limit = (int) g_ascii_strtoll (value, NULL, 10);

  gtk_switch_set_active (self->limit_switch, limit > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), limit > 0);
  if (limit > 0)
    ion_number_row_set_number (self->limit_row, limit);
}

static void
show_rate (IonPreferences *self, const char *value)
{
  int calls, seconds;

  if (sscanf (value, "%d/%d", &calls, &seconds) != 2)
    return;
  ion_number_row_set_number (self->calls_row, calls);
  ion_number_row_set_number (self->seconds_row, seconds);
}

static void
show_setting (IonPreferences *self, const char *key, const char *value)
{
  IonNumberRow *const rows[] = { self->concurrency_row, self->countdown_row, self->patience_row,
                                 self->retention_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (ion_number_row_get_key (rows[i]), key))
      ion_number_row_set_number (rows[i], (int) g_ascii_strtoll (value, NULL, 10));
  if (g_str_equal (key, "sending-hours"))
    ion_hours_group_show (self->hours_group, self->desk, value);
  else if (g_str_equal (key, "holidays"))
    ion_holidays_group_show (self->holidays_group, self->desk, value);
  else if (g_str_equal (key, "rate"))
    show_rate (self, value);
  else if (g_str_equal (key, "daily-limit"))
    show_limit (self, value);
  else
    ion_office_page_show (self->office_page, key, value);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPreferences *self = ION_PREFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) settings = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (settings == NULL)
    {
      sentence = ion_office_error_explain (error);
      ion_setting_say (GTK_WIDGET (self->calls_row), sentence);
      return;
    }
  if (ion_setting_is_pending (self->desk))
    return;
  self->is_showing = TRUE;
  for (guint i = 0; i < settings->len; i++)
    {
      const IonSetting *setting = g_ptr_array_index (settings, i);

      show_setting (self, setting->key, setting->value);
    }
  self->is_showing = FALSE;
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_list_settings (office, error);
}

/* What is being read would be older than what is chosen now. */
static void
stop_loading (IonPreferences *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
reload (IonPreferences *self)
{
  stop_loading (self);
  self->loading = g_cancellable_new ();
  ion_desk_run_async (self->desk, self, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                      self->loading, loaded_cb, NULL);
  ion_people_group_load (self->test_group, self->desk);
  ion_lists_page_load (self->lists_page, self->desk);
}

static void
number_cb (IonNumberRow *row, IonPreferences *self)
{
  g_autofree char *value = g_strdup_printf ("%d", ion_number_row_get_number (row));

  ion_setting_apply (GTK_WIDGET (row), self->desk, ion_number_row_get_key (row), value);
}

static void
rate_cb (IonNumberRow *row, IonPreferences *self)
{
  g_autofree char *value = g_strdup_printf ("%d/%d", ion_number_row_get_number (self->calls_row),
                                            ion_number_row_get_number (self->seconds_row));

  ion_setting_apply (GTK_WIDGET (row), self->desk, "rate", value);
}

static void
limit_cb (IonPreferences *self)
{
  gboolean is_limited = gtk_switch_get_active (self->limit_switch);

  if (self->is_showing)
    return;
  if (is_limited)
    ion_number_row_set_number (self->limit_row, FIRST_LIMIT);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), is_limited);
  if (is_limited)
    number_cb (self->limit_row, self);
  else
    ion_setting_apply (GTK_WIDGET (self->limit_row), self->desk, "daily-limit", "none");
}

static void
ion_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    ION_PREFERENCES (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_preferences_constructed (GObject *object)
{
  IonPreferences *self = ION_PREFERENCES (object);

  G_OBJECT_CLASS (ion_preferences_parent_class)->constructed (object);
  ion_office_page_set_desk (self->office_page, self->desk);
  g_signal_connect_object (self->desk, "office-changed", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
  reload (self);
}

static void
ion_preferences_dispose (GObject *object)
{
  stop_loading (ION_PREFERENCES (object));
  G_OBJECT_CLASS (ion_preferences_parent_class)->dispose (object);
}

static void
ion_preferences_finalize (GObject *object)
{
  g_clear_object (&ION_PREFERENCES (object)->desk);
  G_OBJECT_CLASS (ion_preferences_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ION_TYPE_HOURS_GROUP);
  g_type_ensure (ION_TYPE_HOLIDAYS_GROUP);
  g_type_ensure (ION_TYPE_NUMBER_ROW);
  g_type_ensure (ION_TYPE_PEOPLE_GROUP);
  g_type_ensure (ION_TYPE_LISTS_PAGE);
  g_type_ensure (ION_TYPE_OFFICE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, hours_group);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, holidays_group);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, calls_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, seconds_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, concurrency_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, limit_switch);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, limit_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, countdown_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, patience_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, retention_row);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, test_group);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, lists_page);
  gtk_widget_class_bind_template_child (widget_class, IonPreferences, office_page);
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_cb);
  gtk_widget_class_bind_template_callback (widget_class, limit_cb);
}

static void
ion_preferences_class_init (IonPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ion_preferences_set_property;
  object_class->constructed = ion_preferences_constructed;
  object_class->dispose = ion_preferences_dispose;
  object_class->finalize = ion_preferences_finalize;
  props[PROP_DESK] =
      g_param_spec_object ("desk", NULL, NULL, ION_TYPE_DESK,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ion_preferences_init (IonPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where the window is as narrow as a phone, so is this one. */
static void
fit (GtkWindow *self, GtkWindow *parent)
{
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  gtk_window_set_default_size (self, width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
}

GtkWidget *
ion_preferences_new (GtkWindow *parent, IonDesk *desk)
{
  GtkWidget *self = g_object_new (ION_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE,
                                  "desk", desk, NULL);

  fit (GTK_WINDOW (self), parent);
  return self;
}
