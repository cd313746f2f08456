/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Old workbooks as programs write them, and as none should. */

#include "config.h"

#include "biff-maker.h"

#include <stdarg.h>
#include <string.h>

#define SECTOR_SIZE 512

static void
append_number (GByteArray *bytes, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (bytes, &byte, 1);
    }
}

void
biff_maker_add (GByteArray *bytes, guint16 type, const char *layout, ...)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  va_list arguments;

  va_start (arguments, layout);
  for (const char *p = layout; *p != '\0'; p++)
    {
      if (*p == 'd')
        {
          double value = va_arg (arguments, double);
          guint64 bits;

          memcpy (&bits, &value, sizeof bits);
          append_number (data, bits, 8);
        }
      else if (*p == 's')
        {
          const char *text = va_arg (arguments, const char *);

          g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
        }
      else
        append_number (data, va_arg (arguments, guint), *p == 'b' ? 1 : *p == 'h' ? 2 : 4);
    }
  va_end (arguments);
  append_number (bytes, type, 2);
  append_number (bytes, data->len, 2);
  g_byte_array_append (bytes, data->data, data->len);
}

static void
add_formats (GByteArray *bytes)
{
  static const guint16 ids[] = { 0, 14, 164, 22, 9 };

  biff_maker_add (bytes, 0x041E, "hhbs", 164, 5, 0, "00000");
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    biff_maker_add (bytes, 0x00E0, "hhiiii", 0, ids[i], 0, 0, 0, 0);
}

GByteArray *
biff_maker_begin (const char *const *strings)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) table = g_byte_array_new ();

  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0005, 0, 0, 0, 0);
  add_formats (bytes);
  append_number (table, 0, 8);
  for (gsize i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      append_number (table, strlen (strings[i]), 2);
      append_number (table, 0, 1);
      g_byte_array_append (table, (const guint8 *) strings[i], (guint) strlen (strings[i]));
    }
  append_number (bytes, 0x00FC, 2);
  append_number (bytes, table->len, 2);
  g_byte_array_append (bytes, table->data, table->len);
  /* The sheet begins behind this record and the end of this part. */
  biff_maker_add (bytes, 0x0085, "ibbbbs", bytes->len + 4 + 8 + 5 + 4, 0, 0, 5, 0, "Dati1");
  biff_maker_end (bytes);
  return bytes;
}

void
biff_maker_begin_sheet (GByteArray *bytes)
{
  biff_maker_add (bytes, 0x0809, "hhhhii", 0x0600, 0x0010, 0, 0, 0, 0);
}

void
biff_maker_end (GByteArray *bytes)
{
  biff_maker_add (bytes, 0x000A, "");
}

static void
append_entry (GByteArray *bytes,
              const char *name,
              guint8 type,
              guint child,
              guint start,
              gsize size)
{
  gsize length = strlen (name), at = bytes->len;

  for (gsize i = 0; i < length; i++)
    append_number (bytes, (guint8) name[i], 2);
  append_number (bytes, 0, 2);
  while (bytes->len < at + 64)
    append_number (bytes, 0, 1);
  append_number (bytes, 2 * (length + 1), 2);
  append_number (bytes, type, 2);
  append_number (bytes, G_MAXUINT32, 4);
  append_number (bytes, G_MAXUINT32, 4);
  append_number (bytes, child, 4);
  while (bytes->len < at + 116)
    append_number (bytes, 0, 1);
  append_number (bytes, start, 4);
  append_number (bytes, size, 8);
}

static void
fill_up (GByteArray *bytes)
{
  while (bytes->len % SECTOR_SIZE != 0)
    append_number (bytes, 0, 1);
}

/* Sector 0 holds the chains, sector 1 the directory, the stream follows. */
GByteArray *
biff_maker_wrap (const GByteArray *stream, const char *name)
{
  static const guint8 magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  GByteArray *bytes = g_byte_array_new ();
  guint n = (stream->len + SECTOR_SIZE - 1) / SECTOR_SIZE;

  g_assert_cmpuint (n, <=, SECTOR_SIZE / 4 - 2);
  g_byte_array_append (bytes, magic, sizeof magic);
  append_number (bytes, 0, 8);
  append_number (bytes, 0, 8);
  append_number (bytes, 0x0003003E, 4);
  append_number (bytes, 0x0009FFFE, 4);
  append_number (bytes, 6, 8);
  append_number (bytes, 0, 4);
  append_number (bytes, 1, 4); /* sectors of chains */
  append_number (bytes, 1, 4); /* where the directory begins */
  append_number (bytes, 0, 4);
  append_number (bytes, 0, 4); /* no short streams */
  append_number (bytes, 0xFFFFFFFE, 4);
  append_number (bytes, 0, 4);
  append_number (bytes, 0xFFFFFFFE, 4);
  append_number (bytes, 0, 4);
  append_number (bytes, 0, 4);
  while (bytes->len < SECTOR_SIZE)
    append_number (bytes, G_MAXUINT32, 4);
  append_number (bytes, 0xFFFFFFFD, 4);
  append_number (bytes, 0xFFFFFFFE, 4);
  for (guint i = 0; i < n; i++)
    append_number (bytes, i + 1 < n ? i + 3 : 0xFFFFFFFE, 4);
  while (bytes->len < 2 * SECTOR_SIZE)
    append_number (bytes, G_MAXUINT32, 4);
  append_entry (bytes, "Root Entry", 5, 1, 0xFFFFFFFE, 0);
  append_entry (bytes, name, 2, G_MAXUINT32, 2, stream->len);
  fill_up (bytes);
  g_byte_array_append (bytes, stream->data, stream->len);
  fill_up (bytes);
  return bytes;
}
