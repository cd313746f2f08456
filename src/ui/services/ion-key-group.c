/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a person may do with a service's key: test it, put another in its place, say which of the
 * two it is. A new key is tested at once, so that a slip shows before citizens wait for it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-key-group.h"

#include "ion-key-entry.h"
#include "ion-key-words.h"

#include <glib/gi18n-lib.h>

struct _IonKeyGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;             /* (owned) (nullable) */
  char *service_id;          /* (owned) (nullable) */
  GtkImage *shape;           /* (unowned) */
  AdwActionRow *state_row;   /* (unowned) */
  GtkButton *test_button;    /* (unowned) */
  GtkSpinner *spinner;       /* (unowned) */
  AdwActionRow *answer_row;  /* (unowned) */
  GtkImage *answer_shape;    /* (unowned) */
  AdwEntryRow *key_row;      /* (unowned) */
  AdwComboRow *slot_row;     /* (unowned) */
  gboolean is_showing;       /* what changes now, nobody chose */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonKeyGroup, ion_key_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  char *id;       /* (owned) */
  IonSecret *key; /* (owned) (nullable) */
  IonKeySlot slot;
} KeyWish;

static void
key_wish_free (gpointer data)
{
  KeyWish *self = data;

  g_free (self->id);
  g_clear_pointer (&self->key, ion_secret_unref);
  g_free (self);
}

static void
say (IonKeyGroup *self, const char *sentence, gboolean is_good)
{
  gtk_image_set_from_icon_name (self->answer_shape,
                                is_good ? "ion-key-accepted-symbolic" : "ion-key-refused-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->answer_shape), is_good ? "error" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->answer_shape), is_good ? "success" : "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answer_row), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_row), TRUE);
}

static void
say_error (IonKeyGroup *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  say (self, sentence, FALSE);
}

static void
set_testing (IonKeyGroup *self, gboolean is_testing)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_testing);
  gtk_spinner_set_spinning (self->spinner, is_testing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->test_button), !is_testing);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonKeyGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonServiceCheck) check =
      ion_office_check_service_finish (ION_OFFICE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_testing (self, FALSE);
  if (check != NULL)
    say (self, check->sentence, check->result == ION_RESULT_DONE);
  else
    say_error (self, error);
  ion_desk_tell_office_changed (self->desk);
}

void
ion_key_group_test (IonKeyGroup *self)
{
  g_return_if_fail (ION_IS_KEY_GROUP (self) && self->desk != NULL);

  set_testing (self, TRUE);
  ion_office_check_service_async (ion_desk_get_office (self->desk), self->service_id,
                                  self->cancellable, tested_cb, g_object_ref (self));
}

static gpointer
set_key (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  KeyWish *wish = data;

  return GINT_TO_POINTER (ion_office_set_service_key (office, wish->id, wish->key, error));
}

static void
key_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonKeyGroup *self = ION_KEY_GROUP (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    say_error (self, error);
  else
    ion_key_group_test (self);
}

static void
replace_cb (IonKeyGroup *self)
{
  IonSecret *key = ion_key_entry_take (GTK_EDITABLE (self->key_row));
  KeyWish *wish;

  if (key == NULL)
    return;
  wish = g_new0 (KeyWish, 1);
  wish->id = g_strdup (self->service_id);
  wish->key = key;
  ion_desk_run_async (self->desk, self, set_key, wish, key_wish_free, NULL, self->cancellable,
                      key_set_cb, NULL);
}

static gpointer
set_slot (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  KeyWish *wish = data;

  return GINT_TO_POINTER (ion_office_set_key_slot (office, wish->id, wish->slot, error));
}

static void
slot_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonKeyGroup *self = ION_KEY_GROUP (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    say_error (self, error);
  ion_desk_tell_office_changed (self->desk);
}

static void
slot_chosen_cb (IonKeyGroup *self)
{
  KeyWish *wish;

  if (self->is_showing || self->desk == NULL)
    return;
  wish = g_new0 (KeyWish, 1);
  wish->id = g_strdup (self->service_id);
  wish->slot = (IonKeySlot) adw_combo_row_get_selected (self->slot_row);
  ion_desk_run_async (self->desk, self, set_slot, wish, key_wish_free, NULL, self->cancellable,
                      slot_set_cb, NULL);
}

static void
ion_key_group_dispose (GObject *object)
{
  IonKeyGroup *self = ION_KEY_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ion_key_group_parent_class)->dispose (object);
}

static void
ion_key_group_finalize (GObject *object)
{
  IonKeyGroup *self = ION_KEY_GROUP (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_free (self->service_id);
  G_OBJECT_CLASS (ion_key_group_parent_class)->finalize (object);
}

static void
ion_key_group_class_init (IonKeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_key_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_key_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/services/ion-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, shape);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, test_button);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, answer_row);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, answer_shape);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, key_row);
  gtk_widget_class_bind_template_child (widget_class, IonKeyGroup, slot_row);
  gtk_widget_class_bind_template_callback (widget_class, ion_key_group_test);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, slot_chosen_cb);
}

static void
ion_key_group_init (IonKeyGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_key_group_set_service (IonKeyGroup *self, IonDesk *desk, const char *service_id)
{
  g_return_if_fail (ION_IS_KEY_GROUP (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->service_id = g_strdup (service_id);
}

void
ion_key_group_show (IonKeyGroup *self, const IonServiceStory *story)
{
  g_autofree char *when = ion_key_standing_tell_when (story, g_get_real_time () / G_USEC_PER_SEC);
  gboolean has_key;

  g_return_if_fail (ION_IS_KEY_GROUP (self) && story != NULL);

  has_key = story->standing != ION_KEY_STANDING_ABSENT;
  self->is_showing = TRUE;
  ion_key_standing_draw (story->standing, self->shape);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 ion_key_standing_get_label (story->standing));
  adw_action_row_set_subtitle (self->state_row, when);
  gtk_widget_set_visible (GTK_WIDGET (self->test_button), has_key);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key_row),
                                 has_key ? _ ("Replace with another API Key") : _ ("API Key"));
  adw_combo_row_set_selected (self->slot_row, story->slot);
  self->is_showing = FALSE;
}
