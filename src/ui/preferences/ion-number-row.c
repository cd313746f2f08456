/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A number that holds once the person has stopped turning it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-number-row.h"

#define SETTLE_MS 500

/* The whole of every number is seen; those below each other are of one width as far as can be. */
#define LEAST_CHARS 4
#define LEAST_UPPER 10000

struct _IonNumberRow
{
  AdwActionRow parent_instance;

  char *key;           /* (owned) (nullable) */
  GtkSpinButton *spin; /* (unowned) */
  int lower, upper;
  guint settle_id;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (IonNumberRow, ion_number_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_LOWER,
  PROP_UPPER,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint chosen_signal;

static gboolean
settle_cb (gpointer user_data)
{
  IonNumberRow *self = ION_NUMBER_ROW (user_data);

  self->settle_id = 0;
  g_signal_emit (self, chosen_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (IonNumberRow *self)
{
  if (self->is_setting)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
ion_number_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonNumberRow *self = ION_NUMBER_ROW (object);

  if (id == PROP_KEY)
    g_value_set_string (value, self->key);
  else if (id == PROP_LOWER)
    g_value_set_int (value, self->lower);
  else if (id == PROP_UPPER)
    g_value_set_int (value, self->upper);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonNumberRow *self = ION_NUMBER_ROW (object);

  if (id == PROP_KEY)
    self->key = g_value_dup_string (value);
  else if (id == PROP_LOWER)
    self->lower = g_value_get_int (value);
  else if (id == PROP_UPPER)
    self->upper = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_number_row_constructed (GObject *object)
{
  IonNumberRow *self = ION_NUMBER_ROW (object);
  int chars = LEAST_CHARS;

  G_OBJECT_CLASS (ion_number_row_parent_class)->constructed (object);
  self->is_setting = TRUE;
  for (int rest = self->upper / LEAST_UPPER; rest > 0; rest /= 10)
    chars++;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), chars);
  gtk_spin_button_set_range (self->spin, self->lower, self->upper);
  gtk_spin_button_set_increments (self->spin, 1, 10);
  self->is_setting = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
ion_number_row_dispose (GObject *object)
{
  IonNumberRow *self = ION_NUMBER_ROW (object);

  /* What was turned last holds too. */
  if (self->settle_id != 0)
    {
      g_clear_handle_id (&self->settle_id, g_source_remove);
      g_signal_emit (self, chosen_signal, 0);
    }
  G_OBJECT_CLASS (ion_number_row_parent_class)->dispose (object);
}

static void
ion_number_row_finalize (GObject *object)
{
  g_free (ION_NUMBER_ROW (object)->key);
  G_OBJECT_CLASS (ion_number_row_parent_class)->finalize (object);
}

static void
ion_number_row_class_init (IonNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ion_number_row_get_property;
  object_class->set_property = ion_number_row_set_property;
  object_class->constructed = ion_number_row_constructed;
  object_class->dispose = ion_number_row_dispose;
  object_class->finalize = ion_number_row_finalize;
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  props[PROP_LOWER] = g_param_spec_int ("lower", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_UPPER] = g_param_spec_int ("upper", NULL, NULL, 0, G_MAXINT, 100, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  chosen_signal = g_signal_new ("chosen", ION_TYPE_NUMBER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/preferences/"
                                                             "ion-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonNumberRow, spin);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_number_row_init (IonNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
ion_number_row_get_key (IonNumberRow *self)
{
  g_return_val_if_fail (ION_IS_NUMBER_ROW (self), NULL);

  return self->key;
}

int
ion_number_row_get_number (IonNumberRow *self)
{
  g_return_val_if_fail (ION_IS_NUMBER_ROW (self), 0);

  return gtk_spin_button_get_value_as_int (self->spin);
}

void
ion_number_row_set_number (IonNumberRow *self, int number)
{
  g_return_if_fail (ION_IS_NUMBER_ROW (self));

  if (self->settle_id != 0 || gtk_spin_button_get_value_as_int (self->spin) == number)
    return;
  self->is_setting = TRUE;
  gtk_spin_button_set_value (self->spin, number);
  self->is_setting = FALSE;
}
