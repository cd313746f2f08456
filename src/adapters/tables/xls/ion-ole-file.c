/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Old workbooks are a stream inside a compound file ([MS-CFB]): sectors chained by a table, and a
 * directory. Every chain is bounded by the
 * number of sectors that the file can hold, so that no damage makes it endless.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ole-file-private.h"
#include "ion-input-file.h"
#include "ion-little-endian.h"
#include "ion-table.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define HEADER_SIZE  512
#define HEADER_DIFAT 109 /* places of the table's sectors in the header itself */
#define ENTRY_SIZE   128
#define MAX_ENTRIES  4096

gboolean
ion_ole_file_refuse_damaged (GError **error)
{
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                       _ ("The workbook is damaged: its parts do not fit together, or it was not "
                          "copied whole. Ask for it again, or open it in the spreadsheet program "
                          "and save it with another name."));
  return FALSE;
}

gboolean
ion_ole_file_read_at (const IonOleFile *self,
                      guint64 at,
                      guint8 *buffer,
                      gsize size,
                      GError **error)
{
  gssize n = ion_input_file_read (self->fd, (gint64) at, buffer, size, error);

  if (n < 0)
    return FALSE;
  return (gsize) n == size || ion_ole_file_refuse_damaged (error);
}

static gsize
count_sectors (const IonOleFile *self)
{
  return (gsize) ((self->size >> self->shift) + 1);
}

static gboolean
read_sector (const IonOleFile *self, guint32 sector, guint8 *buffer, GError **error)
{
  guint64 at = ((guint64) sector + 1) << self->shift;
  gsize size = (gsize) 1 << self->shift;

  if (at >= self->size)
    return ion_ole_file_refuse_damaged (error);
  /* Some programs do not fill the last one up. */
  memset (buffer, 0, size);
  return ion_ole_file_read_at (self, at, buffer, (gsize) MIN (size, self->size - at), error);
}

/* Appends the numbers that a sector holds. */
static gboolean
read_numbers (const IonOleFile *self, guint32 sector, GArray *numbers, GError **error)
{
  g_autofree guint8 *buffer = g_malloc ((gsize) 1 << self->shift);

  if (!read_sector (self, sector, buffer, error))
    return FALSE;
  for (gsize i = 0; i < (gsize) 1 << self->shift; i += 4)
    {
      guint32 number = ion_le32 (buffer + i);

      g_array_append_val (numbers, number);
    }
  return TRUE;
}

GArray *
ion_ole_file_follow (const GArray *fat, guint32 first, gsize max, GError **error)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 sector = first; sector < ION_OLE_LAST_SECTOR;
       sector = g_array_index (fat, guint32, sector))
    {
      if (sector >= fat->len || chain->len > fat->len)
        {
          ion_ole_file_refuse_damaged (error);
          return NULL;
        }
      if (chain->len == max)
        break;
      g_array_append_val (chain, sector);
    }
  return g_steal_pointer (&chain);
}

/* The table of chains: its own sectors are listed in the header, then in sectors of such lists. */
static gboolean
read_fat (IonOleFile *self, const guint8 *header, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 next = ion_le32 (header + 68);
  gsize n_sectors = count_sectors (self);

  for (guint i = 0; i < HEADER_DIFAT; i++)
    {
      guint32 place = ion_le32 (header + 76 + 4 * i);

      g_array_append_val (places, place);
    }
  while (next < ION_OLE_LAST_SECTOR)
    {
      if (places->len > n_sectors + HEADER_DIFAT)
        return ion_ole_file_refuse_damaged (error);
      if (!read_numbers (self, next, places, error))
        return FALSE;
      next = g_array_index (places, guint32, places->len - 1);
      g_array_set_size (places, places->len - 1);
    }
  for (guint i = 0; i < places->len; i++)
    {
      guint32 place = g_array_index (places, guint32, i);

      if (place >= ION_OLE_LAST_SECTOR)
        continue;
      if (self->fat->len > n_sectors + ((gsize) 1 << self->shift))
        return ion_ole_file_refuse_damaged (error);
      if (!read_numbers (self, place, self->fat, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_entries (IonOleFile *self, guint32 first, GError **error)
{
  gsize size = (gsize) 1 << self->shift;
  g_autoptr (GArray) chain =
      ion_ole_file_follow (self->fat, first, MAX_ENTRIES * ENTRY_SIZE / size, error);

  if (chain == NULL)
    return FALSE;
  g_byte_array_set_size (self->entries, (guint) (chain->len * size));
  for (guint i = 0; i < chain->len; i++)
    {
      if (!read_sector (self, g_array_index (chain, guint32, i), self->entries->data + i * size,
                        error))
        return FALSE;
    }
  if (chain->len == 0 || self->entries->data[66] != ION_OLE_TYPE_ROOT)
    return ion_ole_file_refuse_damaged (error);
  return TRUE;
}

static gboolean
read_mini (IonOleFile *self, guint32 first, GError **error)
{
  g_autoptr (GArray) chain = ion_ole_file_follow (self->fat, first, G_MAXUINT32, error);

  if (chain == NULL)
    return FALSE;
  self->mini =
      ion_ole_file_follow (self->fat, ion_le32 (self->entries->data + 116), G_MAXUINT32, error);
  if (self->mini == NULL)
    return FALSE;
  for (guint i = 0; i < chain->len; i++)
    {
      /* More of it than there are short streams says nothing. */
      if (self->mini_fat->len >= (guint64) self->mini->len << self->shift >> ION_OLE_MINI_SHIFT)
        break;
      if (!read_numbers (self, g_array_index (chain, guint32, i), self->mini_fat, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ion_ole_file_open:
 * @fd: a regular file, which must stay open as long as this
 * @size: its length in bytes
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the container
 */
IonOleFile *
ion_ole_file_open (int fd, guint64 size, GError **error)
{
  g_autoptr (IonOleFile) self = g_new0 (IonOleFile, 1);
  guint8 header[HEADER_SIZE];

  self->fd = fd;
  self->size = size;
  self->fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->mini_fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->entries = g_byte_array_new ();
  if (!ion_ole_file_read_at (self, 0, header, sizeof header, error))
    return NULL;
  self->shift = ion_le16 (header + 30);
  self->mini_cutoff = ion_le32 (header + 56);
  if ((self->shift != 9 && self->shift != 12) || ion_le16 (header + 32) != ION_OLE_MINI_SHIFT)
    {
      ion_ole_file_refuse_damaged (error);
      return NULL;
    }
  if (!read_fat (self, header, error) || !read_entries (self, ion_le32 (header + 48), error) ||
      !read_mini (self, ion_le32 (header + 60), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ion_ole_file_free (IonOleFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->fat, g_array_unref);
  g_clear_pointer (&self->mini_fat, g_array_unref);
  g_clear_pointer (&self->mini, g_array_unref);
  g_clear_pointer (&self->entries, g_byte_array_unref);
  g_free (self);
}

static gboolean
is_called (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (ion_le16 (entry + 64) != 2 * (length + 1) || length > 31)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint unit = ion_le16 (entry + 2 * i);

      if (unit > 0x7F || g_ascii_tolower ((char) unit) != g_ascii_tolower (name[i]))
        return FALSE;
    }
  return TRUE;
}

/* Only the streams at the top: a document may carry another one inside.
 * Returns: (nullable): the entry of @name in the directory */
const guint8 *
ion_ole_file_find_entry (const IonOleFile *self, const char *name)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_entries = self->entries->len / ENTRY_SIZE;
  guint32 child = ion_le32 (self->entries->data + 76);

  g_array_append_val (todo, child);
  for (guint i = 0; i < todo->len && i <= 2 * n_entries; i++)
    {
      guint32 index = g_array_index (todo, guint32, i);
      const guint8 *entry;
      guint32 siblings[2];

      if (index >= n_entries)
        continue;
      entry = self->entries->data + (gsize) index * ENTRY_SIZE;
      if (is_called (entry, name))
        return entry;
      siblings[0] = ion_le32 (entry + 68);
      siblings[1] = ion_le32 (entry + 72);
      g_array_append_vals (todo, siblings, 2);
    }
  return NULL;
}

/* Returns: whether there is a stream or a folder @name at the top */
gboolean
ion_ole_file_has (const IonOleFile *self, const char *name)
{
  return ion_ole_file_find_entry (self, name) != NULL;
}
