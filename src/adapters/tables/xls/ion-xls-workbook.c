/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The first part of an old workbook: which sheets there are, the texts that all of them share, how
 * numbers are shown. The oldest workbooks have no such part: there it stands among the cells of
 * their only sheet.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xls-workbook.h"
#include "ion-biff-records.h"
#include "ion-little-endian.h"
#include "ion-ole-file.h"
#include "ion-sheet-choice.h"
#include "ion-table-limits.h"
#include "ion-table.h"

#include <glib/gi18n-lib.h>

#define SHEET_TYPE_TABLE 0

static void
ion_xls_sheet_free (IonXlsSheet *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
read_beginning (IonXlsWorkbook *self, guint *part, GError **error)
{
  IonBiffRecord record;

  if (!ion_biff_stream_next (self->stream, &record, error))
    return error != NULL && *error != NULL ? FALSE : ion_ole_file_refuse_damaged (error);
  if (record.size < 4)
    return ion_ole_file_refuse_damaged (error);
  switch (record.type)
    {
    case ION_BIFF_BOF_2:
      self->version = ION_BIFF_VERSION_2;
      break;
    case ION_BIFF_BOF_3:
      self->version = ION_BIFF_VERSION_3;
      break;
    case ION_BIFF_BOF_4:
      self->version = ION_BIFF_VERSION_4;
      break;
    case ION_BIFF_BOF:
      /* Many suppliers' programs write no version, and mean the older one. */
      self->version =
          ion_le16 (record.data) == ION_BIFF_VERSION_8 ? ION_BIFF_VERSION_8 : ION_BIFF_VERSION_5;
      break;
    default:
      return ion_ole_file_refuse_damaged (error);
    }
  *part = ion_le16 (record.data + 2);
  ion_biff_text_set_version (self->text, self->version);
  return TRUE;
}

static gboolean
add_sheet (IonXlsWorkbook *self, const IonBiffRecord *record, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint32 at;
  guint8 visibility, type;
  IonXlsSheet *sheet;

  if (record->size < 8)
    return ion_ole_file_refuse_damaged (error);
  if (!ion_sheet_list_check_room (self->sheets, error))
    return FALSE;
  at = ion_le32 (record->data);
  visibility = record->data[4];
  type = record->data[5];
  if (type != SHEET_TYPE_TABLE)
    return TRUE;
  ion_biff_text_begin (self->text, record, 6);
  if (!ion_biff_text_read (self->text, 1, name, error))
    return FALSE;
  sheet = g_new0 (IonXlsSheet, 1);
  sheet->name = g_strdup (name->str);
  sheet->at = at;
  sheet->is_hidden = (visibility & 3) != 0;
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

static gboolean
add_format (IonXlsWorkbook *self, const IonBiffRecord *record, GError **error)
{
  g_autoptr (GString) code = g_string_new (NULL);
  IonCellFormat *format;
  guint id = self->n_codes++;

  /* The oldest ones number them in the order of their coming. */
  if (record->type == ION_BIFF_FORMAT && record->size >= 2)
    id = self->version >= ION_BIFF_VERSION_5 ? ion_le16 (record->data) : id;
  ion_biff_text_begin (self->text, record, record->type == ION_BIFF_FORMAT ? 2 : 0);
  if (!ion_biff_text_read (self->text, self->version >= ION_BIFF_VERSION_8 ? 2 : 1, code, error))
    return FALSE;
  format = g_new0 (IonCellFormat, 1);
  ion_cell_format_from_code (format, code->str);
  g_hash_table_insert (self->codes, GUINT_TO_POINTER (id), format);
  return TRUE;
}

static void
add_cell_format (IonXlsWorkbook *self, const IonBiffRecord *record)
{
  guint16 id = 0;

  if (record->type == ION_BIFF_XF && record->size >= 4)
    id = ion_le16 (record->data + 2);
  else if (record->type != ION_BIFF_XF && record->size >= 2)
    id = record->data[1];
  if (self->format_ids->len <= G_MAXUINT16)
    g_array_append_val (self->format_ids, id);
}

static gboolean
read_strings (IonXlsWorkbook *self, const IonBiffRecord *record, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  /* How many there are is said first, and is not relied on. */
  ion_biff_text_begin (self->text, record, MIN (8, record->size));
  while (ion_biff_text_has_more (self->text, &local_error))
    {
      guint32 start = (guint32) self->strings->len;

      g_array_append_val (self->string_starts, start);
      if (!ion_biff_text_read (self->text, 2, self->strings, error))
        return FALSE;
      g_string_append_c (self->strings, '\0');
      if (self->strings->len > ION_TABLE_XLS_TEXT_MAX)
        {
          g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                               _ ("The workbook holds more than 64 MiB of text. Save it as CSV, or "
                                  "split it into several files."));
          return FALSE;
        }
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
take_record (IonXlsWorkbook *self, const IonBiffRecord *record, GError **error)
{
  switch (record->type)
    {
    case ION_BIFF_FILEPASS:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCRYPTED,
                           _ ("The workbook is protected by a password. Open it in the spreadsheet "
                              "program, save it without the password and choose that file."));
      return FALSE;
    case ION_BIFF_CODEPAGE:
      if (record->size >= 2)
        ion_biff_text_set_codepage (self->text, ion_le16 (record->data));
      return TRUE;
    case ION_BIFF_DATEMODE:
      self->is_1904 = record->size >= 2 && ion_le16 (record->data) == 1;
      return TRUE;
    case ION_BIFF_BOUNDSHEET:
      return add_sheet (self, record, error);
    case ION_BIFF_FORMAT:
    case ION_BIFF_FORMAT_2:
      return add_format (self, record, error);
    case ION_BIFF_XF:
    case ION_BIFF_XF_3:
    case ION_BIFF_XF_4:
      add_cell_format (self, record);
      return TRUE;
    case ION_BIFF_SST:
      return read_strings (self, record, error);
    default:
      return TRUE;
    }
}

/* The formats may come after the cells' numbers of them. */
static void
resolve_formats (IonXlsWorkbook *self)
{
  /* The oldest cells name their format themselves. */
  guint n = self->version == ION_BIFF_VERSION_2 ? self->n_codes : self->format_ids->len;

  for (guint i = 0; i < n; i++)
    {
      guint id =
          self->version == ION_BIFF_VERSION_2 ? i : g_array_index (self->format_ids, guint16, i);
      const IonCellFormat *known = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (id));
      IonCellFormat format = { 0 };

      if (known != NULL)
        format = *known;
      else
        ion_cell_format_from_builtin (&format, id);
      g_array_append_val (self->formats, format);
    }
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->format_ids, g_array_unref);
}

static gboolean
read_globals (IonXlsWorkbook *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  IonBiffRecord record;
  guint part = 0;

  if (!read_beginning (self, &part, error))
    return FALSE;
  while (ion_biff_stream_next (self->stream, &record, &local_error) && record.type != ION_BIFF_EOF)
    {
      if (!take_record (self, &record, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  resolve_formats (self);
  if (part != ION_BIFF_PART_GLOBALS && self->sheets->len == 0)
    {
      IonXlsSheet *sheet = g_new0 (IonXlsSheet, 1);

      sheet->name = g_strdup ("");
      g_ptr_array_add (self->sheets, sheet);
    }
  return TRUE;
}

/**
 * ion_xls_workbook_open:
 * @path: a file that ion_biff_stream_recognises() has recognised
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the workbook
 */
IonXlsWorkbook *
ion_xls_workbook_open (const char *path, GError **error)
{
  g_autoptr (IonXlsWorkbook) self = g_new0 (IonXlsWorkbook, 1);
  g_autoptr (GError) local_error = NULL;

  self->stream = ion_biff_stream_open (path, error);
  if (self->stream == NULL)
    return NULL;
  self->text = ion_biff_text_new (self->stream);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_xls_sheet_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (IonCellFormat));
  self->strings = g_string_new (NULL);
  self->string_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->format_ids = g_array_new (FALSE, FALSE, sizeof (guint16));
  if (!read_globals (self, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ion_xls_workbook_free (IonXlsWorkbook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->text, ion_biff_text_free);
  g_clear_pointer (&self->stream, ion_biff_stream_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_clear_pointer (&self->string_starts, g_array_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->format_ids, g_array_unref);
  if (self->strings != NULL)
    g_string_free (self->strings, TRUE);
  g_free (self);
}

/* Returns: (transfer none): how cells with that number of it show their value */
const IonCellFormat *
ion_xls_workbook_get_format (const IonXlsWorkbook *self, guint index)
{
  static const IonCellFormat general = { ION_CELL_KIND_NUMBER, 0 };

  return index < self->formats->len ? &g_array_index (self->formats, IonCellFormat, index)
                                    : &general;
}

/* Returns: (transfer none) (nullable): %NULL where there is no such text */
const char *
ion_xls_workbook_get_string (const IonXlsWorkbook *self, guint32 index)
{
  if (index >= self->string_starts->len)
    return NULL;
  return self->strings->str + g_array_index (self->string_starts, guint32, index);
}
