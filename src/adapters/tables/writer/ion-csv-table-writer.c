/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* A table as CSV, row for row where it was: empty rows stay, so that row numbers still fit. */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-csv-table-writer.h"
#include "ion-csv-writer.h"

struct _IonCsvTableWriter
{
  GObject parent_instance;

  IonCsvWriter *writer; /* (owned) */
  gint64 row;           /* the last one written */
};

static void ion_csv_table_writer_iface_init (IonTableWriterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonCsvTableWriter,
                               ion_csv_table_writer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE_WRITER,
                                                      ion_csv_table_writer_iface_init))

static gboolean
ion_csv_table_writer_write_row (IonTableWriter *writer,
                                gint64 row,
                                const char *const *cells,
                                gsize n_cells,
                                GError **error)
{
  IonCsvTableWriter *self = ION_CSV_TABLE_WRITER (writer);

  for (self->row++; self->row < row; self->row++)
    {
      if (!ion_csv_writer_end_row (self->writer, error))
        return FALSE;
    }
  for (gsize i = 0; i < n_cells; i++)
    {
      if (!ion_csv_writer_write_cell (self->writer, cells[i], error))
        return FALSE;
    }
  return ion_csv_writer_end_row (self->writer, error);
}

static gboolean
ion_csv_table_writer_can_hold (IonTableWriter *writer, const char *text)
{
  return ion_csv_writer_can_hold (ION_CSV_TABLE_WRITER (writer)->writer, text);
}

static gboolean
ion_csv_table_writer_finish (IonTableWriter *writer, GError **error)
{
  return ion_csv_writer_finish (ION_CSV_TABLE_WRITER (writer)->writer, error);
}

static void
ion_csv_table_writer_iface_init (IonTableWriterInterface *iface)
{
  iface->write_row = ion_csv_table_writer_write_row;
  iface->can_hold = ion_csv_table_writer_can_hold;
  iface->finish = ion_csv_table_writer_finish;
}

static void
ion_csv_table_writer_finalize (GObject *object)
{
  IonCsvTableWriter *self = ION_CSV_TABLE_WRITER (object);

  g_clear_pointer (&self->writer, ion_csv_writer_free);
  G_OBJECT_CLASS (ion_csv_table_writer_parent_class)->finalize (object);
}

static void
ion_csv_table_writer_class_init (IonCsvTableWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_csv_table_writer_finalize;
}

static void
ion_csv_table_writer_init (IonCsvTableWriter *self)
{
}

IonTableWriter *
ion_csv_table_writer_new (const char *path, IonTable *like, GError **error)
{
  IonCsvWriter *writer = ion_csv_writer_new_like (path, like, error);
  IonCsvTableWriter *self;

  if (writer == NULL)
    return NULL;
  self = g_object_new (ION_TYPE_CSV_TABLE_WRITER, NULL);
  self->writer = writer;
  return ION_TABLE_WRITER (self);
}
