/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From an office's letters to UTF-8 and back. It works piece by piece, so that memory does not grow
 * with the file, and what cannot be read is counted rather than lost.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-encoding.h"

#include "ion-utf8-measure.h"

#include <string.h>

#define REPLACEMENT "\357\277\275" /* U+FFFD */

/* The characters of Windows-1252 from 0x80 to 0x9F; 0 where it has none. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Where ISO-8859-15 differs from Windows-1252 and ISO-8859-1; from 0x80 to 0x9F files that claim to
 * be either have what Windows-1252 has. */
static const struct
{
  guint8 byte;
  guint16 character;
} iso_8859_15[] = {
  { 0xA4, 0x20AC }, { 0xA6, 0x0160 }, { 0xA8, 0x0161 }, { 0xB4, 0x017D },
  { 0xB8, 0x017E }, { 0xBC, 0x0152 }, { 0xBD, 0x0153 }, { 0xBE, 0x0178 },
};

/* The names under which people and programs know them; the first of each is the one shown. */
static const struct
{
  IonEncoding encoding;
  const char *name;
} names[] = {
  { ION_ENCODING_UTF8, "UTF-8" },
  { ION_ENCODING_UTF16LE, "UTF-16LE" },
  { ION_ENCODING_UTF16BE, "UTF-16BE" },
  { ION_ENCODING_WINDOWS_1252, "windows-1252" },
  { ION_ENCODING_ISO_8859_15, "ISO-8859-15" },
  { ION_ENCODING_UTF8, "UTF8" },
  { ION_ENCODING_UTF16LE, "UTF-16" },
  { ION_ENCODING_WINDOWS_1252, "CP1252" },
  { ION_ENCODING_WINDOWS_1252, "ISO-8859-1" },
  { ION_ENCODING_WINDOWS_1252, "latin1" },
  { ION_ENCODING_WINDOWS_1252, "ANSI" },
  { ION_ENCODING_ISO_8859_15, "ISO8859-15" },
  { ION_ENCODING_ISO_8859_15, "latin9" },
  { ION_ENCODING_UTF8, "ASCII" },
};

/**
 * ion_encoding_from_bom:
 * @data: the beginning of a file
 * @size: its length in bytes
 * @encoding: (out): the encoding that a byte order mark names
 * @bom_size: (out): its length in bytes
 *
 * Returns: whether there is a byte order mark
 */
gboolean
ion_encoding_from_bom (const guint8 *data, gsize size, IonEncoding *encoding, gsize *bom_size)
{
  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    *encoding = ION_ENCODING_UTF8;
  else if (size >= 2 && memcmp (data, "\377\376", 2) == 0)
    *encoding = ION_ENCODING_UTF16LE;
  else if (size >= 2 && memcmp (data, "\376\377", 2) == 0)
    *encoding = ION_ENCODING_UTF16BE;
  else
    return FALSE;
  *bom_size = *encoding == ION_ENCODING_UTF8 ? 3 : 2;
  return TRUE;
}

/**
 * ion_encoding_to_name:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name in reports, such as "windows-1252"
 */
const char *
ion_encoding_to_name (IonEncoding encoding)
{
  return names[encoding].name;
}

/**
 * ion_encoding_from_name:
 * @name: as a person writes it, without regard to case
 * @encoding: (out): the encoding
 *
 * Returns: whether it is one that can be read
 */
gboolean
ion_encoding_from_name (const char *name, IonEncoding *encoding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (name, names[i].name) == 0)
        {
          *encoding = names[i].encoding;
          return TRUE;
        }
    }
  return FALSE;
}

static gsize
decode_utf8 (const guint8 *data, gsize size, gboolean is_last, GString *text, guint64 *n_unreadable)
{
  gsize start = 0, i = 0;

  while (i < size)
    {
      int length;

      i += ion_utf8_measure_ascii (data + i, size - i);
      if (i >= size)
        break;
      length = ion_utf8_measure_sequence (data + i, size - i);
      if (length < 0 && !is_last)
        break;
      if (length <= 0)
        {
          g_string_append_len (text, (const char *) data + start, i - start);
          g_string_append (text, REPLACEMENT);
          (*n_unreadable)++;
          start = i + 1;
        }
      i += MAX (length, 1);
    }
  g_string_append_len (text, (const char *) data + start, i - start);
  return i;
}

/* Returns: the character of a byte from 0x80 on; 0 where it has none */
static gunichar
from_byte (IonEncoding encoding, guint8 byte)
{
  if (byte < 0xA0)
    return windows_1252[byte - 0x80];
  if (encoding == ION_ENCODING_ISO_8859_15)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (iso_8859_15); i++)
        {
          if (iso_8859_15[i].byte == byte)
            return iso_8859_15[i].character;
        }
    }
  return byte;
}

/* Returns: the byte of @c; 0 where it has none (or is NUL) */
static guint8
to_byte (IonEncoding encoding, gunichar c)
{
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF && from_byte (encoding, (guint8) c) == c))
    return (guint8) c;
  for (guint byte = 0xFF; byte >= 0x80; byte--)
    {
      if (from_byte (encoding, (guint8) byte) == c)
        return (guint8) byte;
    }
  return 0;
}

static gsize
decode_bytes (IonEncoding encoding,
              const guint8 *data,
              gsize size,
              GString *text,
              guint64 *n_unreadable)
{
  gsize i = 0;

  while (i < size)
    {
      gsize run = ion_utf8_measure_ascii (data + i, size - i);
      gunichar c;

      g_string_append_len (text, (const char *) data + i, run);
      i += run;
      if (i >= size)
        break;
      c = from_byte (encoding, data[i]);
      if (c != 0)
        g_string_append_unichar (text, c);
      else
        {
          g_string_append (text, REPLACEMENT);
          (*n_unreadable)++;
        }
      i++;
    }
  return size;
}

static gsize
decode_utf16 (gboolean is_big,
              const guint8 *data,
              gsize size,
              gboolean is_last,
              GString *text,
              guint64 *n_unreadable)
{
  gsize i = 0;

#define UNIT(at) \
  ((guint) (is_big ? data[at] << 8 | data[(at) + 1] : data[(at) + 1] << 8 | data[at]))
  while (i + 2 <= size)
    {
      guint unit = UNIT (i);

      if (unit < 0x80)
        g_string_append_c (text, (char) unit);
      else if (unit < 0xD800 || unit > 0xDFFF)
        g_string_append_unichar (text, unit);
      else if (unit < 0xDC00 && i + 4 > size && !is_last)
        break;
      else if (unit < 0xDC00 && i + 4 <= size && UNIT (i + 2) >= 0xDC00 && UNIT (i + 2) <= 0xDFFF)
        {
          g_string_append_unichar (text, 0x10000 + ((unit - 0xD800) << 10) + UNIT (i + 2) - 0xDC00);
          i += 2;
        }
      else
        {
          g_string_append (text, REPLACEMENT);
          (*n_unreadable)++;
        }
      i += 2;
    }
#undef UNIT
  if (is_last && i < size)
    {
      g_string_append (text, REPLACEMENT);
      (*n_unreadable)++;
      i = size;
    }
  return i;
}

/**
 * ion_encoding_decode:
 * @encoding: how @data is written
 * @data: a piece of a file
 * @size: its length in bytes
 * @is_last: whether nothing follows
 * @text: the UTF-8 text is appended here; NUL characters are kept
 * @n_unreadable: (inout): raised by the number of characters that could not be read and became
 *   U+FFFD
 *
 * Returns: the bytes used: the rest is to be given again with what follows it
 */
gsize
ion_encoding_decode (IonEncoding encoding,
                     const guint8 *data,
                     gsize size,
                     gboolean is_last,
                     GString *text,
                     guint64 *n_unreadable)
{
  switch (encoding)
    {
    case ION_ENCODING_UTF16LE:
    case ION_ENCODING_UTF16BE:
      return decode_utf16 (encoding == ION_ENCODING_UTF16BE, data, size, is_last, text,
                           n_unreadable);
    case ION_ENCODING_WINDOWS_1252:
    case ION_ENCODING_ISO_8859_15:
      return decode_bytes (encoding, data, size, text, n_unreadable);
    case ION_ENCODING_UTF8:
    default:
      return decode_utf8 (data, size, is_last, text, n_unreadable);
    }
}

static void
append_unit (GByteArray *bytes, guint unit, gboolean is_big)
{
  guint8 pair[2] = { unit & 0xFF, unit >> 8 };

  if (is_big)
    g_byte_array_append (bytes, (guint8[]){ pair[1], pair[0] }, 2);
  else
    g_byte_array_append (bytes, pair, 2);
}

static gboolean
has_one_byte_letters (IonEncoding encoding)
{
  return encoding == ION_ENCODING_WINDOWS_1252 || encoding == ION_ENCODING_ISO_8859_15;
}

/**
 * ion_encoding_can_hold:
 * @encoding: an encoding
 * @text: valid UTF-8
 *
 * Returns: whether it has all characters of @text
 */
gboolean
ion_encoding_can_hold (IonEncoding encoding, const char *text)
{
  if (!has_one_byte_letters (encoding))
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && to_byte (encoding, g_utf8_get_char (p)) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_byte (IonEncoding encoding, GByteArray *bytes, gunichar c)
{
  guint8 byte = to_byte (encoding, c);

  if (byte == 0 && c != 0)
    byte = '?';
  g_byte_array_append (bytes, &byte, 1);
}

/**
 * ion_encoding_encode:
 * @encoding: how to write it
 * @text: valid UTF-8
 * @size: its length in bytes
 * @bytes: the encoded text is appended here; a character that the encoding does not have becomes a
 *   question mark
 */
void
ion_encoding_encode (IonEncoding encoding, const char *text, gsize size, GByteArray *bytes)
{
  if (encoding == ION_ENCODING_UTF8)
    {
      g_byte_array_append (bytes, (const guint8 *) text, size);
      return;
    }
  for (const char *p = text; p < text + size; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_big = encoding == ION_ENCODING_UTF16BE;

      if (has_one_byte_letters (encoding))
        append_byte (encoding, bytes, c);
      else if (c < 0x10000)
        append_unit (bytes, c, is_big);
      else
        {
          append_unit (bytes, 0xD800 + ((c - 0x10000) >> 10), is_big);
          append_unit (bytes, 0xDC00 + ((c - 0x10000) & 0x3FF), is_big);
        }
    }
}

/* Appends the byte order mark of @encoding to @bytes; none for those of one byte a letter. */
void
ion_encoding_append_bom (IonEncoding encoding, GByteArray *bytes)
{
  if (!has_one_byte_letters (encoding))
    ion_encoding_encode (encoding, "\357\273\277", 3, bytes);
}
