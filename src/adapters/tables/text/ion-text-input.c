/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Opens what should be a text, refuses with the cure what is none, and hands its letters out in
 * UTF-8. A regular file is looked through once to recognise its encoding, since the first accent
 * may stand in the last row; of a pipe only the beginning can be seen.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-text-input.h"
#include "ion-encoding-count.h"
#include "ion-input-file.h"
#include "ion-table.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define PIECE_SIZE (256 * 1024)

struct _IonTextInput
{
  int fd;
  IonEncoding encoding;
  gboolean has_bom;
  gboolean is_end;
  guint64 n_unreadable;
  guint64 size; /* of the file; 0 where it has none */
  guint64 n_read;
  guint8 *piece; /* (owned): PIECE_SIZE bytes */
  gsize start;   /* of what is not yet converted */
  gsize end;
};

/* What is often taken for a table, and how to get one out of it. */
typedef enum
{
  KIND_UNKNOWN,
  KIND_WORKBOOK,
  KIND_OLD_WORKBOOK,
  KIND_WEB_PAGE,
  KIND_PDF,
  KIND_OTHER,
} Kind;

static const struct
{
  const char *magic;
  gsize size;
  Kind kind;
} magics[] = {
  { "PK\003\004", 4, KIND_WORKBOOK },
  { "PK\005\006", 4, KIND_WORKBOOK },
  { "\320\317\021\340\241\261\032\341", 8, KIND_OLD_WORKBOOK },
  { "%PDF-", 5, KIND_PDF },
  { "\211PNG", 4, KIND_OTHER },
  { "\377\330\377", 3, KIND_OTHER },
  { "GIF8", 4, KIND_OTHER },
  { "\037\213", 2, KIND_OTHER },
  { "BZh", 3, KIND_OTHER },
  { "7z\274\257", 4, KIND_OTHER },
  { "Rar!", 4, KIND_OTHER },
  { "\375"
    "7zXZ",
    5, KIND_OTHER },
  { "\177ELF", 4, KIND_OTHER },
  { "SQLite format 3", 16, KIND_OTHER },
  { "{\\rtf", 5, KIND_OTHER },
};

static Kind
recognise_kind (const guint8 *data, gsize size)
{
  g_autofree char *head = NULL;
  const char *p;

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (size >= magics[i].size && memcmp (data, magics[i].magic, magics[i].size) == 0)
        return magics[i].kind;
    }
  head = g_ascii_strdown ((const char *) data, MIN (size, 512));
  p = g_str_has_prefix (head, "\357\273\277") ? head + 3 : head;
  while (g_ascii_isspace (*p))
    p++;
  if (g_str_has_prefix (p, "<?xml") || g_str_has_prefix (p, "<html") ||
      g_str_has_prefix (p, "<table") || g_str_has_prefix (p, "<!doctype"))
    return KIND_WEB_PAGE;
  return KIND_UNKNOWN;
}

static gboolean
refuse_kind (Kind kind, GError **error)
{
  switch (kind)
    {
    case KIND_WORKBOOK:
    case KIND_OLD_WORKBOOK:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                           _ ("This is a workbook, not a CSV file. Open it in the spreadsheet "
                              "program, save it as CSV and choose that file."));
      return FALSE;
    case KIND_WEB_PAGE:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                           _ ("This is a web page or an XML file, even if its name says otherwise. "
                              "Open it in the spreadsheet program, save it as CSV and choose that "
                              "file."));
      return FALSE;
    case KIND_PDF:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_FORMAT,
                           _ ("This is a PDF document. Ask whoever made it for the table as a "
                              "spreadsheet or a CSV file."));
      return FALSE;
    case KIND_OTHER:
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_NOT_TEXT,
                           _ ("This file is not a table. Choose a spreadsheet or a CSV file."));
      return FALSE;
    case KIND_UNKNOWN:
    default:
      return TRUE;
    }
}

/* Fills the rest of the piece. Returns: FALSE with @error where the file cannot be read */
static gboolean
fill (IonTextInput *self, GError **error)
{
  gsize size = PIECE_SIZE - self->end;
  gssize n;

  if (self->is_end)
    return TRUE;
  n = ion_input_file_read (self->fd, -1, self->piece + self->end, size, error);
  if (n < 0)
    return FALSE;
  self->is_end = (gsize) n < size;
  self->end += n;
  self->n_read += n;
  return TRUE;
}

/* Counts what follows the first piece too, then goes back to where that ended. */
static gboolean
count_rest (IonTextInput *self, IonEncodingCount *count, GError **error)
{
  g_autofree guint8 *piece = NULL;
  off_t at = lseek (self->fd, 0, SEEK_CUR);

  if (self->is_end || at < 0)
    return TRUE;
  piece = g_malloc (PIECE_SIZE);
  while (TRUE)
    {
      gssize n = ion_input_file_read (self->fd, at, piece, PIECE_SIZE, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        return TRUE;
      ion_encoding_count_add (count, piece, n);
      at += n;
    }
}

static gboolean
refuse_binary (const IonEncodingCount *count, GError **error)
{
  if (ion_encoding_count_is_text (count))
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_NOT_TEXT,
                       _ ("This file is not a table: it holds bytes that no text has. Choose a "
                          "spreadsheet or a CSV file."));
  return FALSE;
}

static gboolean
choose_encoding (IonTextInput *self, const char *name, GError **error)
{
  IonEncodingCount count = { 0 };
  IonEncoding marked;
  gsize bom_size = 0;

  self->has_bom = ion_encoding_from_bom (self->piece, self->end, &marked, &bom_size);
  if (self->has_bom)
    self->encoding = marked;
  if (name != NULL)
    {
      if (!ion_encoding_from_name (name, &self->encoding))
        {
          g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_ENCODING,
                       _ ("The encoding “%s” is not known. Known ones are UTF-8, UTF-16LE, "
                          "UTF-16BE, windows-1252 and ISO-8859-15."),
                       name);
          return FALSE;
        }
      /* "UTF-16" says nothing of the order of the bytes: the mark does. */
      if (self->has_bom && marked == ION_ENCODING_UTF16BE &&
          self->encoding == ION_ENCODING_UTF16LE && g_ascii_strcasecmp (name, "UTF-16") == 0)
        self->encoding = marked;
      self->has_bom = self->has_bom && marked == self->encoding;
    }
  if (self->has_bom)
    self->start = bom_size;
  ion_encoding_count_add (&count, self->piece, self->end);
  if (!refuse_binary (&count, error))
    return FALSE;
  if (self->has_bom || name != NULL)
    return TRUE;
  if (!count_rest (self, &count, error) || !refuse_binary (&count, error))
    return FALSE;
  self->encoding = ion_encoding_count_guess (&count);
  return TRUE;
}

static gboolean
begin (IonTextInput *self, const char *encoding, gboolean is_markup, GError **error)
{
  if (!fill (self, error))
    return FALSE;
  if (!is_markup && !refuse_kind (recognise_kind (self->piece, self->end), error))
    return FALSE;
  if (self->end == 0)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  return choose_encoding (self, encoding, error);
}

static IonTextInput *
open_text (const char *path, const char *encoding, gboolean is_markup, GError **error)
{
  g_autoptr (IonTextInput) self = g_new0 (IonTextInput, 1);
  struct stat about;

  self->fd = ion_input_file_open (path, &about, error);
  if (self->fd < 0)
    return NULL;
  if (S_ISDIR (about.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                           _ ("This is a folder. Choose the file with the table in it."));
      return NULL;
    }
  if (S_ISREG (about.st_mode))
    self->size = about.st_size;
  self->piece = g_malloc (PIECE_SIZE);
  if (!begin (self, encoding, is_markup, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ion_text_input_open:
 * @path: a file's name
 * @encoding: (nullable): overrides what would be recognised
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the text, at its beginning
 */
IonTextInput *
ion_text_input_open (const char *path, const char *encoding, GError **error)
{
  return open_text (path, encoding, FALSE, error);
}

IonTextInput *
ion_text_input_open_markup (const char *path, const char *encoding, GError **error)
{
  return open_text (path, encoding, TRUE, error);
}

void
ion_text_input_free (IonTextInput *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->piece);
  g_free (self);
}

/* The character with which the oldest programs mark the end of a text. */
static void
drop_dos_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == '\x1a')
    g_string_truncate (text, text->len - 1);
}

/**
 * ion_text_input_read:
 * @self: a text
 * @text: the next piece is appended here: valid UTF-8, possibly with NUL characters
 * @is_end: (out): whether nothing follows
 * @error: %G_IO_ERROR
 *
 * Returns: %FALSE where the file cannot be read
 */
gboolean
ion_text_input_read (IonTextInput *self, GString *text, gboolean *is_end, GError **error)
{
  if (!fill (self, error))
    return FALSE;
  self->start +=
      ion_encoding_decode (self->encoding, self->piece + self->start, self->end - self->start,
                           self->is_end, text, &self->n_unreadable);
  self->end -= self->start;
  memmove (self->piece, self->piece + self->start, self->end);
  self->start = 0;
  *is_end = self->is_end;
  if (self->is_end)
    drop_dos_end (text);
  return TRUE;
}

IonEncoding
ion_text_input_get_encoding (const IonTextInput *self)
{
  return self->encoding;
}

gboolean
ion_text_input_has_bom (const IonTextInput *self)
{
  return self->has_bom;
}

/* Returns: how many characters could not be read so far, and became U+FFFD */
guint64
ion_text_input_get_n_unreadable (const IonTextInput *self)
{
  return self->n_unreadable;
}

/* Returns: how much of the file was read, 0 to 1; -1 where it has no size */
double
ion_text_input_get_fraction (const IonTextInput *self)
{
  if (self->size == 0)
    return -1;
  return MIN (1.0, (double) (self->n_read - (self->end - self->start)) / (double) self->size);
}
