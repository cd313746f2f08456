/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The values of a row as a template needs them: where each stands is looked for once a file, and
 * what each can be read as is found out once a row.
 */

#define G_LOG_DOMAIN "ion-renderer"

#include "config.h"

#include "ion-render-values.h"

#include "ion-amount.h"
#include "ion-moment.h"
#include "ion-renderer-private.h"

typedef enum
{
  KNOWN_AMOUNT = 1 << 0, /* looked at, here and below */
  KNOWN_MOMENT = 1 << 1,
  IS_AMOUNT = 1 << 2,
  IS_MOMENT = 1 << 3,
  IS_NOTICE_NUMBER = 1 << 4, /* in its canonical form */
} Flags;

struct _IonRenderValues
{
  IonFieldNames *names; /* (owned) (nullable): of which the values' places are known */
  GArray *values;       /* (owned) (element-type IonRenderValue) */
};

static void
value_clear (gpointer data)
{
  g_free (((IonRenderValue *) data)->key);
}

/* Returns: (transfer full): no values yet */
IonRenderValues *
ion_render_values_new (void)
{
  IonRenderValues *self = g_new0 (IonRenderValues, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (IonRenderValue));
  g_array_set_clear_func (self->values, value_clear);
  return self;
}

void
ion_render_values_free (IonRenderValues *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, ion_field_names_unref);
  g_array_unref (self->values);
  g_free (self);
}

/* Returns: where the field is among the values; it is added where it is not there yet */
guint
ion_render_values_add (IonRenderValues *self, const char *key)
{
  IonRenderValue added = { 0 };

  for (guint i = 0; i < self->values->len; i++)
    {
      if (g_str_equal (ion_render_values_get (self, i)->key, key))
        return i;
    }
  added.key = g_strdup (key);
  added.place = G_MAXUINT;
  g_array_append_val (self->values, added);
  /* The places of the others are known, not this one's. */
  g_clear_pointer (&self->names, ion_field_names_unref);
  return self->values->len - 1;
}

/* Returns: (transfer none): until another one is added */
IonRenderValue *
ion_render_values_get (const IonRenderValues *self, guint index)
{
  return &g_array_index (self->values, IonRenderValue, index);
}

static void
find_places (IonRenderValues *self, IonFieldNames *names)
{
  g_clear_pointer (&self->names, ion_field_names_unref);
  self->names = ion_field_names_ref (names);
  for (guint i = 0; i < self->values->len; i++)
    {
      IonRenderValue *value = ion_render_values_get (self, i);

      if (!ion_field_names_find (names, value->key, &value->place))
        value->place = G_MAXUINT;
    }
}

static void
take_known (IonRenderValue *value, const IonKnownValue *known)
{
  switch (known->kind)
    {
    case ION_KNOWN_AMOUNT:
      value->flags = KNOWN_AMOUNT | IS_AMOUNT;
      value->amount = known->number;
      break;
    case ION_KNOWN_MOMENT:
      value->flags = KNOWN_MOMENT | IS_MOMENT;
      value->moment = known->number;
      break;
    case ION_KNOWN_NOTICE_NUMBER:
      value->flags = IS_NOTICE_NUMBER;
      break;
    case ION_KNOWN_NOTHING:
    default:
      break;
    }
}

/**
 * ion_render_values_fill:
 * @self: the values
 * @fields: a row; outlives what is asked about it
 * @known: (nullable) (array): of each value of @fields, what it was found to be
 *
 * Returns: %FALSE where a value is not plain, and nothing can be said
 */
gboolean
ion_render_values_fill (IonRenderValues *self, const IonFields *fields, const IonKnownValue *known)
{
  if (ion_fields_get_names (fields) != self->names)
    find_places (self, ion_fields_get_names (fields));
  for (guint i = 0; i < self->values->len; i++)
    {
      IonRenderValue *value = ion_render_values_get (self, i);
      gsize length = 0;

      value->text =
          value->place != G_MAXUINT ? ion_fields_peek (fields, value->place, &length) : "";
      ion_value_measure_init (&value->measure, value->text, length);
      if (!value->measure.is_plain)
        return FALSE;
      value->is_blank = ion_value_measure_is_blank (&value->measure);
      value->flags = 0;
      if (known != NULL && value->place != G_MAXUINT)
        take_known (value, &known[value->place]);
    }
  return TRUE;
}

gboolean
ion_render_value_is_amount (IonRenderValue *self)
{
  if ((self->flags & KNOWN_AMOUNT) == 0)
    self->flags |=
        KNOWN_AMOUNT | (ion_amount_parse (self->text, &self->amount, NULL) ? IS_AMOUNT : 0);
  return (self->flags & IS_AMOUNT) != 0;
}

gboolean
ion_render_value_is_moment (IonRenderValue *self)
{
  if ((self->flags & KNOWN_MOMENT) == 0)
    self->flags |=
        KNOWN_MOMENT |
        (ion_moment_parse (self->text, ION_DAY_END, &self->moment, NULL) ? IS_MOMENT : 0);
  return (self->flags & IS_MOMENT) != 0;
}

/* Whether @format can write it. */
gboolean
ion_render_value_fits (IonRenderValue *self, IonFieldFormat format)
{
  g_autofree char *formatted = NULL;

  if (format == ION_FIELD_FORMAT_NONE)
    return TRUE;
  if (format == ION_FIELD_FORMAT_EURO)
    return ion_render_value_is_amount (self);
  /* Whatever is a moment has a day. */
  if (format != ION_FIELD_FORMAT_TIME && ion_render_value_is_moment (self))
    return TRUE;
  formatted = ion_field_format_apply (format, self->text, ION_RENDERER_MAIN_LANGUAGE);
  return formatted != NULL;
}

/* Whether it is known for one, in its canonical form. */
gboolean
ion_render_value_is_notice_number (const IonRenderValue *self)
{
  return (self->flags & IS_NOTICE_NUMBER) != 0;
}
