/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row of the source.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-look-row.h"

struct _IonLookRow
{
  GObject parent_instance;

  gint64 row;
  GStrv cells; /* (owned) */
  guint n_cells;
};

G_DEFINE_FINAL_TYPE (IonLookRow, ion_look_row, G_TYPE_OBJECT)

static void
ion_look_row_finalize (GObject *object)
{
  g_strfreev (ION_LOOK_ROW (object)->cells);
  G_OBJECT_CLASS (ion_look_row_parent_class)->finalize (object);
}

static void
ion_look_row_class_init (IonLookRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_look_row_finalize;
}

static void
ion_look_row_init (IonLookRow *self)
{
}

IonLookRow *
ion_look_row_new (const IonTableLookRow *row)
{
  IonLookRow *self = g_object_new (ION_TYPE_LOOK_ROW, NULL);

  self->row = row->row;
  self->cells = g_strdupv (row->cells);
  self->n_cells = g_strv_length (self->cells);
  return self;
}

gint64
ion_look_row_get_row (IonLookRow *self)
{
  g_return_val_if_fail (ION_IS_LOOK_ROW (self), 0);

  return self->row;
}

const char *
ion_look_row_get_cell (IonLookRow *self, guint column)
{
  g_return_val_if_fail (ION_IS_LOOK_ROW (self), "");

  return column < self->n_cells ? self->cells[column] : "";
}
