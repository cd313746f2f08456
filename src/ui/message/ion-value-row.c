/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * None, a field, or the same for everybody: one list, so that nobody has to write braces.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-value-row.h"

#include "ion-field-names.h"

#include <glib/gi18n-lib.h>

struct _IonValueRow
{
  AdwActionRow parent_instance;

  char *none_label;  /* (owned) (nullable) */
  char *fixed_label; /* (owned) (nullable) */
  char *value;       /* (owned) (nullable) */
  GStrv fields;      /* (owned) */
  gboolean is_date;
  gboolean is_setting;
  GtkDropDown *choice;       /* (unowned) */
  GtkEntry *entry;           /* (unowned) */
  GtkMenuButton *day_button; /* (unowned) */
  GtkCalendar *calendar;     /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonValueRow, ion_value_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_NONE_LABEL,
  PROP_FIXED_LABEL,
  PROP_IS_DATE,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The list: none, the fields, for everybody. */
static guint
get_first_field (IonValueRow *self)
{
  return self->none_label != NULL ? 1 : 0;
}

static guint
get_fixed (IonValueRow *self)
{
  return get_first_field (self) + g_strv_length (self->fields);
}

static gboolean
is_fixed (IonValueRow *self)
{
  return self->fixed_label != NULL && gtk_drop_down_get_selected (self->choice) == get_fixed (self);
}

/* "{{ scadenza | data }}" -> "scadenza"; %NULL where it is more or less than one field */
static char *
get_field_name (const char *value)
{
  const char *end;
  g_autofree char *inner = NULL;

  if (value == NULL || !g_str_has_prefix (value, "{{"))
    return NULL;
  end = strstr (value, "}}");
  if (end == NULL || end[2] != '\0')
    return NULL;
  inner = g_strndup (value + 2, (gsize) (end - value - 2));
  g_strdelimit (inner, "|", '\0');
  return g_strdup (g_strstrip (inner));
}

static guint
find_choice (IonValueRow *self)
{
  g_autofree char *name = get_field_name (self->value);

  for (guint i = 0; name != NULL && self->fields[i] != NULL; i++)
    if (ion_field_name_equal (self->fields[i], name))
      return get_first_field (self) + i;
  if (self->value != NULL && *self->value != '\0' && self->fixed_label != NULL)
    return get_fixed (self);
  return self->none_label != NULL ? 0 : GTK_INVALID_LIST_POSITION;
}

static void
show_entry (IonValueRow *self)
{
  gboolean shown = is_fixed (self);

  gtk_widget_set_visible (GTK_WIDGET (self->entry), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), shown && self->is_date);
}

static void
show_value (IonValueRow *self)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->choice, find_choice (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         is_fixed (self) && self->value != NULL ? self->value : "");
  show_entry (self);
  self->is_setting = FALSE;
}

static void
fill_list (IonValueRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (self->none_label != NULL)
    gtk_string_list_append (list, self->none_label);
  for (guint i = 0; self->fields[i] != NULL; i++)
    gtk_string_list_append (list, self->fields[i]);
  if (self->fixed_label != NULL)
    gtk_string_list_append (list, self->fixed_label);
  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  self->is_setting = FALSE;
}

/* @value: (transfer full) (nullable) */
static void
take_value (IonValueRow *self, char *value)
{
  g_free (self->value);
  self->value = value;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choice_cb (IonValueRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->is_setting || selected == GTK_INVALID_LIST_POSITION)
    return;
  show_entry (self);
  if (is_fixed (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      take_value (self, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
    }
  else if (selected < get_first_field (self))
    take_value (self, NULL);
  else
    take_value (self, g_strdup_printf ("{{%s}}", self->fields[selected - get_first_field (self)]));
}

static void
entry_cb (IonValueRow *self)
{
  if (!self->is_setting && is_fixed (self))
    take_value (self, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
day_cb (IonValueRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%d/%m/%Y");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_menu_button_popdown (self->day_button);
}

static void
ion_value_row_constructed (GObject *object)
{
  IonValueRow *self = ION_VALUE_ROW (object);

  G_OBJECT_CLASS (ion_value_row_parent_class)->constructed (object);
  fill_list (self);
  show_value (self);
}

static void
ion_value_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_value_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonValueRow *self = ION_VALUE_ROW (object);

  switch (id)
    {
    case PROP_NONE_LABEL:
      self->none_label = g_value_dup_string (value);
      break;
    case PROP_FIXED_LABEL:
      self->fixed_label = g_value_dup_string (value);
      break;
    case PROP_IS_DATE:
      self->is_date = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_value_row_finalize (GObject *object)
{
  IonValueRow *self = ION_VALUE_ROW (object);

  g_free (self->none_label);
  g_free (self->fixed_label);
  g_free (self->value);
  g_strfreev (self->fields);
  G_OBJECT_CLASS (ion_value_row_parent_class)->finalize (object);
}

static void
ion_value_row_class_init (IonValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = ion_value_row_constructed;
  object_class->get_property = ion_value_row_get_property;
  object_class->set_property = ion_value_row_set_property;
  object_class->finalize = ion_value_row_finalize;

  props[PROP_NONE_LABEL] = g_param_spec_string ("none-label", NULL, NULL, NULL, flags);
  props[PROP_FIXED_LABEL] = g_param_spec_string ("fixed-label", NULL, NULL, NULL, flags);
  props[PROP_IS_DATE] = g_param_spec_boolean ("is-date", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", ION_TYPE_VALUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/message/ion-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonValueRow, choice);
  gtk_widget_class_bind_template_child (widget_class, IonValueRow, entry);
  gtk_widget_class_bind_template_child (widget_class, IonValueRow, day_button);
  gtk_widget_class_bind_template_child (widget_class, IonValueRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
}

static void
ion_value_row_init (IonValueRow *self)
{
  self->fields = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_value_row_set_fields (IonValueRow *self, const char *const *names)
{
  g_return_if_fail (ION_IS_VALUE_ROW (self));

  if (g_strv_equal ((const char *const *) self->fields, names))
    return;
  g_strfreev (self->fields);
  self->fields = g_strdupv ((char **) names);
  fill_list (self);
  show_value (self);
}

void
ion_value_row_set_value (IonValueRow *self, const char *value)
{
  g_return_if_fail (ION_IS_VALUE_ROW (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  show_value (self);
}

const char *
ion_value_row_get_value (IonValueRow *self)
{
  g_return_val_if_fail (ION_IS_VALUE_ROW (self), NULL);

  return self->value;
}
