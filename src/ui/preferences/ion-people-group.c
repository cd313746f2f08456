/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A list of people in the preferences.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-people-group.h"

#include "ion-dialog.h"
#include "ion-listed-row.h"
#include "ion-people-lists.h"
#include "ion-setting-apply.h"

#include <glib/gi18n-lib.h>

struct _IonPeopleGroup
{
  AdwPreferencesGroup parent_instance;

  IonDesk *desk;             /* (unowned) (nullable): weak: the window has it, and may go first */
  char *list_id;             /* (owned) (nullable) */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget): unowned */
  AdwEntryRow *code_row;     /* (unowned) */
  AdwEntryRow *label_row;    /* (unowned) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonPeopleGroup, ion_people_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_LIST_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* One change of a list; on its own, since its undoing outlives the window. */
typedef struct
{
  GtkWidget *widget;  /* (unowned) (nullable): weak: the group */
  IonDesk *desk;      /* (owned) */
  char *list_id;      /* (owned) (nullable) */
  char *code, *label; /* (owned) */
  gboolean remove;
} Change;

static Change *
change_new (IonPeopleGroup *self, const char *code, const char *label)
{
  Change *change = g_new0 (Change, 1);

  g_set_weak_pointer (&change->widget, GTK_WIDGET (self));
  change->desk = g_object_ref (self->desk);
  change->list_id = g_strdup (self->list_id);
  change->code = g_strdup (code);
  change->label = g_strdup (label);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->widget);
  g_clear_object (&change->desk);
  g_free (change->list_id);
  g_free (change->code);
  g_free (change->label);
  g_free (change);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  change_free (data);
}

static gpointer
do_change (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  if (change->remove)
    ion_office_remove_person (office, change->list_id, change->code, error);
  else
    ion_office_add_person (office, change->list_id, change->code, change->label, error);
  return NULL;
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error == NULL)
    ion_desk_tell_office_changed (change->desk);
  change->remove = TRUE;
}

/* The toast keeps what it undoes. */
static void
undo_cb (Change *change)
{
  change->remove = FALSE;
  ion_desk_run_async (change->desk, NULL, do_change, change, NULL, NULL, NULL, put_back_cb, change);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  IonPeopleGroup *self = ION_PEOPLE_GROUP (change->widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  if (error == NULL)
    ion_desk_tell_office_changed (change->desk);
  if (self != NULL)
    {
      ion_setting_say (GTK_WIDGET (self->code_row), sentence);
      if (error == NULL && change->remove)
        {
          ion_toast_offer (GTK_WIDGET (self), _ ("The person was taken off the list"), _ ("_Undo"),
                           G_CALLBACK (undo_cb), change, closure_free);
          return;
        }
      if (error == NULL)
        {
          gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
          gtk_editable_set_text (GTK_EDITABLE (self->label_row), "");
          gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
        }
    }
  change_free (change);
}

static void
run (Change *change)
{
  ion_desk_run_async (change->desk, NULL, do_change, change, NULL, NULL, NULL, changed_cb, change);
}

static void
add_cb (IonPeopleGroup *self)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code_row));

  if (*code != '\0' && self->desk != NULL)
    run (change_new (self, code, gtk_editable_get_text (GTK_EDITABLE (self->label_row))));
}

static void
remove_cb (GtkWidget *button)
{
  GtkWidget *group = gtk_widget_get_ancestor (button, ION_TYPE_PEOPLE_GROUP);
  const IonListedPerson *person = ion_listed_row_get_person (button);
  Change *change = change_new (ION_PEOPLE_GROUP (group), person->fiscal_code, person->label);

  change->remove = TRUE;
  run (change);
}

static void
show_people (IonPeopleGroup *self, GPtrArray *people)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  while (people->len > 0)
    {
      GtkWidget *row =
          ion_listed_row_new (g_ptr_array_steal_index (people, 0), G_CALLBACK (remove_cb));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPeopleGroup *self = ION_PEOPLE_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (people != NULL)
    {
      show_people (self, people);
      return;
    }
  sentence = ion_office_error_explain (error);
  ion_setting_say (GTK_WIDGET (self->code_row), sentence);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_list_people (office, data, error);
}

void
ion_people_group_load (IonPeopleGroup *self, IonDesk *desk)
{
  g_return_if_fail (ION_IS_PEOPLE_GROUP (self));

  g_set_weak_pointer (&self->desk, desk);
  ion_desk_run_async (desk, self, load, g_strdup (self->list_id), g_free,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, NULL);
}

static void
ion_people_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LIST_ID)
    g_value_set_string (value, ION_PEOPLE_GROUP (object)->list_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_people_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LIST_ID)
    ION_PEOPLE_GROUP (object)->list_id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_people_group_dispose (GObject *object)
{
  g_cancellable_cancel (ION_PEOPLE_GROUP (object)->cancellable);
  G_OBJECT_CLASS (ion_people_group_parent_class)->dispose (object);
}

static void
ion_people_group_finalize (GObject *object)
{
  IonPeopleGroup *self = ION_PEOPLE_GROUP (object);

  g_clear_weak_pointer (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->list_id);
  G_OBJECT_CLASS (ion_people_group_parent_class)->finalize (object);
}

static void
ion_people_group_class_init (IonPeopleGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_people_group_get_property;
  object_class->set_property = ion_people_group_set_property;
  object_class->dispose = ion_people_group_dispose;
  object_class->finalize = ion_people_group_finalize;
  props[PROP_LIST_ID] =
      g_param_spec_string ("list-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-people-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPeopleGroup, code_row);
  gtk_widget_class_bind_template_child (widget_class, IonPeopleGroup, label_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ion_people_group_init (IonPeopleGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
