/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The interface that every format of table is read through. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-table.h"

G_DEFINE_QUARK (ion_table_error, ion_table_error)

G_DEFINE_INTERFACE (IonTable, ion_table, G_TYPE_OBJECT)

/* Of every table, whatever its format. */
static G_DEFINE_QUARK (ion - table - header - row, header_row)

static const char *
get_no_text (IonTable *self)
{
  return NULL;
}

static char
get_no_separator (IonTable *self)
{
  return 0;
}

static void
ion_table_default_init (IonTableInterface *iface)
{
  iface->get_encoding = get_no_text;
  iface->get_separator = get_no_separator;
  iface->get_sheet = get_no_text;
}

IonTableRemark *
ion_table_remark_new (gint64 row, const char *code, const char *message)
{
  IonTableRemark *self = g_new0 (IonTableRemark, 1);

  self->row = row;
  self->column = -1;
  self->code = g_strdup (code);
  self->message = g_strdup (message);
  return self;
}

IonTableRemark *
ion_table_remark_new_for_cell (gint64 row, gsize column, const char *code, const char *message)
{
  IonTableRemark *self = ion_table_remark_new (row, code, message);

  self->column = (gssize) column;
  return self;
}

void
ion_table_remark_free (IonTableRemark *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

gboolean
ion_table_next (IonTable *self,
                gint64 *row,
                const char *const **cells,
                gsize *n_cells,
                GError **error)
{
  g_return_val_if_fail (ION_IS_TABLE (self), FALSE);

  return ION_TABLE_GET_IFACE (self)->next (self, row, cells, n_cells, error);
}

const char *
ion_table_get_format (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), NULL);

  return ION_TABLE_GET_IFACE (self)->get_format (self);
}

const char *
ion_table_get_encoding (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), NULL);

  return ION_TABLE_GET_IFACE (self)->get_encoding (self);
}

char
ion_table_get_separator (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), 0);

  return ION_TABLE_GET_IFACE (self)->get_separator (self);
}

const char *
ion_table_get_sheet (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), NULL);

  return ION_TABLE_GET_IFACE (self)->get_sheet (self);
}

GPtrArray *
ion_table_take_remarks (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), NULL);

  return ION_TABLE_GET_IFACE (self)->take_remarks (self);
}

gboolean
ion_table_has_remarks (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), FALSE);

  return ION_TABLE_GET_IFACE (self)->has_remarks == NULL ||
         ION_TABLE_GET_IFACE (self)->has_remarks (self);
}

double
ion_table_get_fraction (IonTable *self)
{
  g_return_val_if_fail (ION_IS_TABLE (self), -1);

  if (ION_TABLE_GET_IFACE (self)->get_fraction == NULL)
    return -1;
  return ION_TABLE_GET_IFACE (self)->get_fraction (self);
}

void
ion_table_set_header_row (IonTable *self, gint64 row)
{
  gint64 *said;

  g_return_if_fail (ION_IS_TABLE (self));

  said = row != 0 ? g_memdup2 (&row, sizeof row) : NULL;
  g_object_set_qdata_full (G_OBJECT (self), header_row_quark (), said, g_free);
}

gint64
ion_table_get_header_row (IonTable *self)
{
  const gint64 *said;

  g_return_val_if_fail (ION_IS_TABLE (self), 0);

  said = g_object_get_qdata (G_OBJECT (self), header_row_quark ());
  return said != NULL ? *said : 0;
}
