/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The rotation of a service's keys as a list of four steps: what is done, what is now, what comes
 * later. It may take days, and goes on where it was.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-rotation-group.h"

#include "ion-key-entry.h"

#include <glib/gi18n-lib.h>

struct _IonRotationGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;    /* (owned) (nullable) */
  char *service_id; /* (owned) (nullable) */
  IonRotationStep step;
  GtkListBoxRow *steps[ION_N_ROTATION_STEPS]; /* (unowned): from 1 */
  AdwEntryRow *key_row;                       /* (unowned) */
  GtkButton *confirm_button;                  /* (unowned) */
  GtkButton *begin_button;                    /* (unowned) */
  GtkButton *stop_button;                     /* (unowned) */
  GtkWidget *act_box;                         /* (unowned) */
  GtkLabel *problem;                          /* (unowned) */
  GCancellable *cancellable;                  /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonRotationGroup, ion_rotation_group, ADW_TYPE_PREFERENCES_GROUP)

static guint key_set_signal;

typedef gboolean (*RotationFunc) (IonOffice *office, const char *id, GError **error);

typedef struct
{
  char *id;          /* (owned) */
  IonSecret *key;    /* (owned) (nullable): to be set, instead of */
  RotationFunc func; /* this */
} RotationWish;

static void
rotation_wish_free (gpointer data)
{
  RotationWish *self = data;

  g_free (self->id);
  g_clear_pointer (&self->key, ion_secret_unref);
  g_free (self);
}

static gpointer
rotate (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  RotationWish *wish = data;

  return GINT_TO_POINTER (wish->key != NULL
                              ? ion_office_rotate_key (office, wish->id, wish->key, error)
                              : wish->func (office, wish->id, error));
}

static void
rotated_cb (GObject *source, GAsyncResult *result, gpointer is_key)
{
  IonRotationGroup *self = ION_ROTATION_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (error == NULL && is_key != NULL)
    g_signal_emit (self, key_set_signal, 0);
  ion_desk_tell_office_changed (self->desk);
}

/* @key: (transfer full) (nullable) */
static void
run (IonRotationGroup *self, RotationFunc func, IonSecret *key)
{
  RotationWish *wish = g_new0 (RotationWish, 1);

  wish->id = g_strdup (self->service_id);
  wish->func = func;
  wish->key = key;
  ion_desk_run_async (self->desk, self, rotate, wish, rotation_wish_free, NULL, self->cancellable,
                      rotated_cb, key != NULL ? self : NULL);
}

static void
begin_cb (IonRotationGroup *self)
{
  run (self, ion_office_begin_rotation, NULL);
}

static void
confirm_cb (IonRotationGroup *self)
{
  run (self, ion_office_confirm_rotation, NULL);
}

static void
stop_cb (IonRotationGroup *self)
{
  run (self, ion_office_stop_rotation, NULL);
}

static void
key_cb (IonRotationGroup *self)
{
  IonSecret *key = ion_key_entry_take (GTK_EDITABLE (self->key_row));

  if (key != NULL)
    run (self, NULL, key);
}

static void
draw_step (IonRotationGroup *self, guint step)
{
  GtkWidget *row = GTK_WIDGET (self->steps[step]);
  GtkWidget *state = g_object_get_data (G_OBJECT (row), "state");
  gboolean is_now = step == self->step;

  if (state == NULL)
    {
      state = gtk_label_new (NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
      g_object_set_data (G_OBJECT (row), "state", state);
    }
  gtk_label_set_label (GTK_LABEL (state), self->step == ION_ROTATION_NONE ? ""
                                          : step < self->step             ? _ ("Done")
                                          : is_now ? C_ ("rotation step", "Now")
                                                   : C_ ("rotation step", "Later"));
  gtk_widget_remove_css_class (state, is_now ? "dim-label" : "heading");
  gtk_widget_add_css_class (state, is_now ? "heading" : "dim-label");
}

static void
draw_acts (IonRotationGroup *self)
{
  gboolean wants_key =
      self->step == ION_ROTATION_USE_SECONDARY || self->step == ION_ROTATION_USE_PRIMARY;
  gboolean wants_word = self->step == ION_ROTATION_REGENERATE_PRIMARY ||
                        self->step == ION_ROTATION_REGENERATE_SECONDARY;

  gtk_widget_set_visible (GTK_WIDGET (self->key_row), wants_key);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key_row),
                                 self->step == ION_ROTATION_USE_PRIMARY ? _ ("New primary API Key")
                                                                        : _ ("Secondary API Key"));
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), wants_word);
  gtk_button_set_label (self->confirm_button, self->step == ION_ROTATION_REGENERATE_PRIMARY
                                                  ? _ ("The primary key _was regenerated")
                                                  : _ ("The secondary key _was regenerated"));
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), self->step == ION_ROTATION_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), self->step != ION_ROTATION_NONE);
}

static void
ion_rotation_group_dispose (GObject *object)
{
  IonRotationGroup *self = ION_ROTATION_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ion_rotation_group_parent_class)->dispose (object);
}

static void
ion_rotation_group_finalize (GObject *object)
{
  IonRotationGroup *self = ION_ROTATION_GROUP (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_free (self->service_id);
  G_OBJECT_CLASS (ion_rotation_group_parent_class)->finalize (object);
}

static void
ion_rotation_group_class_init (IonRotationGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_rotation_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_rotation_group_finalize;
  key_set_signal = g_signal_new ("key-set", ION_TYPE_ROTATION_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/services/"
                                                             "ion-rotation-group.ui");
  for (guint i = 1; i < ION_N_ROTATION_STEPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("step_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 (gssize) (G_STRUCT_OFFSET (IonRotationGroup,
                                                                            steps) +
                                                           i * sizeof (GtkListBoxRow *)));
    }
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, key_row);
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, begin_button);
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, stop_button);
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, act_box);
  gtk_widget_class_bind_template_child (widget_class, IonRotationGroup, problem);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ion_rotation_group_init (IonRotationGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_rotation_group_set_service (IonRotationGroup *self, IonDesk *desk, const char *service_id)
{
  g_return_if_fail (ION_IS_ROTATION_GROUP (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->service_id = g_strdup (service_id);
}

void
ion_rotation_group_show (IonRotationGroup *self, const IonServiceStory *story)
{
  g_return_if_fail (ION_IS_ROTATION_GROUP (self) && story != NULL);

  self->step = story->step;
  for (guint i = 1; i < ION_N_ROTATION_STEPS; i++)
    draw_step (self, i);
  draw_acts (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->begin_button),
                            story->standing != ION_KEY_STANDING_ABSENT);
}
