/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Texts of old workbooks: bytes in a codepage until Excel 95, two bytes a letter (or the lower one
 * of the two) since then, with marks for fonts that do not matter here. A long one goes on in the
 * next record, where it may change from two bytes a letter to one and back.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-biff-text.h"
#include "ion-biff-records.h"
#include "ion-encoding.h"
#include "ion-little-endian.h"
#include "ion-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define REPLACEMENT "\357\277\275" /* U+FFFD */

enum
{
  FLAG_WIDE = 1 << 0,
  FLAG_PHONETIC = 1 << 2,
  FLAG_RICH = 1 << 3,
};

struct _IonBiffText
{
  IonBiffStream *stream; /* not owned */
  IonBiffRecord record;
  gsize at; /* in the record */
  guint version;
  GIConv from; /* (nullable): %NULL = Windows-1252 */
};

IonBiffText *
ion_biff_text_new (IonBiffStream *stream)
{
  IonBiffText *self = g_new0 (IonBiffText, 1);

  self->stream = stream;
  self->version = ION_BIFF_VERSION_8;
  return self;
}

static void
close_codepage (IonBiffText *self)
{
  if (self->from != NULL)
    g_iconv_close (self->from);
  self->from = NULL;
}

void
ion_biff_text_free (IonBiffText *self)
{
  if (self == NULL)
    return;
  close_codepage (self);
  g_free (self);
}

void
ion_biff_text_set_version (IonBiffText *self, guint version)
{
  self->version = version;
}

/* As the workbook names it: 1252, 850, 10000... What is not known is read as Windows-1252. */
void
ion_biff_text_set_codepage (IonBiffText *self, guint codepage)
{
  g_autofree char *name = NULL;
  GIConv from;

  close_codepage (self);
  if (codepage == 1252 || codepage == 0x8001)
    return;
  if (codepage == 10000 || codepage == 0x8000)
    name = g_strdup ("MACINTOSH");
  else if (codepage == 0x016F)
    name = g_strdup ("ASCII");
  else
    name = g_strdup_printf ("CP%u", codepage);
  from = g_iconv_open ("UTF-8", name);
  if (from != (GIConv) -1)
    self->from = from;
}

/* The next read begins at the byte @at of @record. */
void
ion_biff_text_begin (IonBiffText *self, const IonBiffRecord *record, gsize at)
{
  self->record = *record;
  self->at = at;
}

/* Returns: %FALSE, for what refers to a text that is not there */
gboolean
ion_biff_text_refuse (GError **error)
{
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                       _ ("The workbook is damaged: a text in it is not whole. Ask for it again, "
                          "or open it in the spreadsheet program and save it with another name."));
  return FALSE;
}

/**
 * ion_biff_text_has_more:
 * @self: a reader of texts
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Goes on to the record that continues this one, where it has been read up.
 *
 * Returns: whether something is left
 */
gboolean
ion_biff_text_has_more (IonBiffText *self, GError **error)
{
  while (self->at >= self->record.size)
    {
      IonBiffRecord next;

      ion_biff_stream_seek (self->stream, self->record.at + 4 + self->record.size);
      if (!ion_biff_stream_next (self->stream, &next, error))
        return FALSE;
      if (next.type != ION_BIFF_CONTINUE)
        {
          ion_biff_stream_seek (self->stream, next.at);
          return FALSE;
        }
      self->at -= self->record.size;
      self->record = next;
    }
  return TRUE;
}

/* What is no letter may stand across two records as well. */
static gboolean
read_number (IonBiffText *self, guint size, guint32 *number, GError **error)
{
  *number = 0;
  for (guint i = 0; i < size; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!ion_biff_text_has_more (self, &local_error))
        {
          if (local_error == NULL)
            return ion_biff_text_refuse (error);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      *number |= (guint32) self->record.data[self->at++] << (8 * i);
    }
  return TRUE;
}

static void
append_narrow (const guint8 *data, gsize size, GString *text)
{
  for (gsize i = 0; i < size; i++)
    {
      if (data[i] < 0x80 && data[i] != 0)
        g_string_append_c (text, (char) data[i]);
      else if (data[i] != 0)
        g_string_append_unichar (text, data[i]);
    }
}

static void
append_wide (const guint8 *data, gsize size, GString *text)
{
  gsize start = text->len, end = start;
  guint64 n_unreadable = 0;

  ion_encoding_decode (ION_ENCODING_UTF16LE, data, size, TRUE, text, &n_unreadable);
  if (memchr (text->str + start, '\0', text->len - start) == NULL)
    return;
  for (gsize i = start; i < text->len; i++)
    {
      if (text->str[i] != '\0')
        text->str[end++] = text->str[i];
    }
  g_string_truncate (text, end);
}

static void
append_bytes (IonBiffText *self, const guint8 *data, gsize size, GString *text)
{
  char *in = (char *) data, buffer[512];

  if (self->from == NULL)
    {
      guint64 n_unreadable = 0;
      const guint8 *end = memchr (data, '\0', size);

      if (end != NULL)
        size = (gsize) (end - data);
      ion_encoding_decode (ION_ENCODING_WINDOWS_1252, data, size, TRUE, text, &n_unreadable);
      return;
    }
  g_iconv (self->from, NULL, NULL, NULL, NULL);
  while (size > 0)
    {
      char *out = buffer;
      gsize left = sizeof buffer;
      gsize before = size;

      g_iconv (self->from, &in, &size, &out, &left);
      for (const char *p = buffer; p < out; p++)
        {
          if (*p != '\0')
            g_string_append_c (text, *p);
        }
      if (size == before)
        {
          g_string_append (text, REPLACEMENT);
          in++;
          size--;
        }
    }
}

/* The letters of a text since Excel 97, over as many records as it takes. */
static gboolean
read_letters (IonBiffText *self, guint32 n_letters, gboolean is_wide, GString *text, GError **error)
{
  while (n_letters > 0)
    {
      guint32 flags = 0, n;

      if (self->at >= self->record.size)
        {
          /* Begins anew with how the letters are written. */
          if (!read_number (self, 1, &flags, error))
            return FALSE;
          is_wide = (flags & FLAG_WIDE) != 0;
          continue;
        }
      n = (guint32) (self->record.size - self->at) >> is_wide;
      n = MIN (n, n_letters);
      if (n == 0)
        return ion_biff_text_refuse (error);
      if (is_wide)
        append_wide (self->record.data + self->at, (gsize) n * 2, text);
      else
        append_narrow (self->record.data + self->at, n, text);
      self->at += (gsize) n << is_wide;
      n_letters -= n;
    }
  return TRUE;
}

static gboolean
skip (IonBiffText *self, guint64 size, GError **error)
{
  while (size > 0)
    {
      g_autoptr (GError) local_error = NULL;
      guint64 n;

      if (!ion_biff_text_has_more (self, &local_error))
        {
          if (local_error == NULL)
            return ion_biff_text_refuse (error);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      n = MIN (size, self->record.size - self->at);
      self->at += n;
      size -= n;
    }
  return TRUE;
}

static gboolean
read_unicode (IonBiffText *self, guint32 n_letters, GString *text, GError **error)
{
  guint32 flags, n_runs = 0, phonetic = 0;

  if (!read_number (self, 1, &flags, error))
    return FALSE;
  if ((flags & FLAG_RICH) && !read_number (self, 2, &n_runs, error))
    return FALSE;
  if ((flags & FLAG_PHONETIC) && !read_number (self, 4, &phonetic, error))
    return FALSE;
  return read_letters (self, n_letters, (flags & FLAG_WIDE) != 0, text, error) &&
         skip (self, (guint64) n_runs * 4 + phonetic, error);
}

/**
 * ion_biff_text_read:
 * @self: a reader of texts
 * @length_size: how many bytes its length takes, 1 or 2
 * @text: the text is appended here, valid UTF-8 without NUL
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: %FALSE where it ends too early
 */
gboolean
ion_biff_text_read (IonBiffText *self, guint length_size, GString *text, GError **error)
{
  guint32 length;

  if (!read_number (self, length_size, &length, error))
    return FALSE;
  if (self->version >= ION_BIFF_VERSION_8)
    return read_unicode (self, length, text, error);
  if (length > self->record.size - self->at)
    return ion_biff_text_refuse (error);
  append_bytes (self, self->record.data + self->at, length, text);
  self->at += length;
  return TRUE;
}
