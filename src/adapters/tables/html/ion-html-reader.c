/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A web page as a table, piece by piece. What its bytes are is believed rather than what it claims:
 * suppliers' programs copy the claim from one another.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-html-reader.h"
#include "ion-html-rows.h"
#include "ion-markup.h"
#include "ion-row-queue.h"
#include "ion-table-limits.h"
#include "ion-text-input.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>

/* Small, so that few rows wait at a time. */
#define PIECE_SIZE (16 * 1024)

struct _IonHtmlReader
{
  GObject parent_instance;

  IonTextInput *input;    /* (owned) (nullable) */
  htmlParserCtxt *parser; /* (owned) (nullable) */
  IonHtmlRows *rows;      /* (owned) */
  IonRowQueue *queue;     /* (owned) */
  GString *text;          /* (owned): read, and not yet parsed from @at on */
  gsize at;
  gboolean is_end;  /* nothing is left in @input */
  gboolean is_done; /* nothing is left to parse */
  guint depth;
  gboolean is_too_deep;
};

static void ion_html_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonHtmlReader,
                               ion_html_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_html_reader_table_init))

static void
start_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  IonHtmlReader *self = data;

  if (++self->depth > ION_TABLE_HTML_DEPTH_MAX)
    {
      self->is_too_deep = TRUE;
      xmlStopParser (self->parser);
    }
  else
    ion_html_rows_start (self->rows, (const char *) name, (const char *const *) attributes);
}

static void
end_cb (void *data, const xmlChar *name)
{
  IonHtmlReader *self = data;

  self->depth -= self->depth > 0 ? 1 : 0;
  ion_html_rows_end (self->rows, (const char *) name);
}

static void
text_cb (void *data, const xmlChar *text, int size)
{
  IonHtmlReader *self = data;

  ion_html_rows_text (self->rows, (const char *) text, (gsize) size);
}

static void
error_cb (void *data, xmlError *error)
{
}

static gboolean
check_limits (IonHtmlReader *self, GError **error)
{
  const xmlParserInput *input = self->parser->input;
  const GError *limit = ion_html_rows_get_error (self->rows);

  if (limit != NULL)
    {
      g_propagate_error (error, g_error_copy (limit));
      return FALSE;
    }
  if (self->is_too_deep)
    {
      g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                   _ ("The web page is nested more than %d levels deep, as no table is. Open it in "
                      "the spreadsheet program, save it as a workbook and choose that file."),
                   ION_TABLE_HTML_DEPTH_MAX);
      return FALSE;
    }
  /* Nothing but want of memory, or of room for names, makes the parser fall silent. */
  if (self->parser->disableSAX != 0)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                           _ ("The web page holds more than a table needs, and cannot be read to "
                              "its end. Open it in the spreadsheet program, save it as a workbook "
                              "and choose that file."));
      return FALSE;
    }
  if (input != NULL && input->end - input->cur > ION_TABLE_HTML_TAG_MAX)
    {
      g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                           _ ("A comment or a tag of the web page does not end within 4 MiB. Open "
                              "it in the spreadsheet program, save it as a workbook and choose "
                              "that file."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_text (IonHtmlReader *self, GError **error)
{
  g_string_truncate (self->text, 0);
  self->at = 0;
  if (!ion_text_input_read (self->input, self->text, &self->is_end, error))
    return FALSE;
  /* The parser would stop at the first one. */
  for (char *nul = memchr (self->text->str, '\0', self->text->len); nul != NULL;
       nul = memchr (nul, '\0', (gsize) (self->text->str + self->text->len - nul)))
    *nul = ' ';
  return TRUE;
}

static gboolean
parse_piece (IonHtmlReader *self, GError **error)
{
  gsize size;

  if (self->at == self->text->len && !self->is_end && !read_text (self, error))
    return FALSE;
  size = MIN (PIECE_SIZE, self->text->len - self->at);
  self->is_done = self->is_end && self->at + size == self->text->len;
  htmlParseChunk (self->parser, self->text->str + self->at, (int) size, self->is_done);
  self->at += size;
  if (!check_limits (self, error))
    return FALSE;
  if (!self->is_done)
    return TRUE;
  ion_html_rows_finish (self->rows);
  return check_limits (self, error);
}

static gboolean
ion_html_reader_next (IonTable *table,
                      gint64 *row,
                      const char *const **cells,
                      gsize *n_cells,
                      GError **error)
{
  IonHtmlReader *self = ION_HTML_READER (table);

  while (!ion_row_queue_take (self->queue, row, cells, n_cells))
    {
      if (self->is_done)
        return FALSE;
      if (!parse_piece (self, error))
        {
          self->is_done = TRUE;
          return FALSE;
        }
    }
  return TRUE;
}

static const char *
ion_html_reader_get_format (IonTable *table)
{
  return "html";
}

static const char *
ion_html_reader_get_encoding (IonTable *table)
{
  return ion_encoding_to_name (ion_text_input_get_encoding (ION_HTML_READER (table)->input));
}

static GPtrArray *
ion_html_reader_take_remarks (IonTable *table)
{
  return ion_row_queue_take_remarks (ION_HTML_READER (table)->queue);
}

static double
ion_html_reader_get_fraction (IonTable *table)
{
  return ion_text_input_get_fraction (ION_HTML_READER (table)->input);
}

static void
ion_html_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_html_reader_next;
  iface->get_format = ion_html_reader_get_format;
  iface->get_encoding = ion_html_reader_get_encoding;
  iface->take_remarks = ion_html_reader_take_remarks;
  iface->get_fraction = ion_html_reader_get_fraction;
}

static void
ion_html_reader_finalize (GObject *object)
{
  IonHtmlReader *self = ION_HTML_READER (object);

  if (self->parser != NULL)
    htmlFreeParserCtxt (self->parser);
  g_clear_pointer (&self->input, ion_text_input_free);
  g_clear_pointer (&self->rows, ion_html_rows_free);
  g_clear_pointer (&self->queue, ion_row_queue_free);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (ion_html_reader_parent_class)->finalize (object);
}

static void
ion_html_reader_class_init (IonHtmlReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_html_reader_finalize;
}

static void
ion_html_reader_init (IonHtmlReader *self)
{
  self->queue = ion_row_queue_new ();
  self->rows = ion_html_rows_new (self->queue);
  self->text = g_string_new (NULL);
}

static void
begin_parser (IonHtmlReader *self)
{
  htmlSAXHandler sax = {
    .startElement = start_cb,
    .endElement = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .serror = error_cb,
    .initialized = XML_SAX2_MAGIC,
  };

  xmlInitParser ();
  self->parser = htmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  /* What the page claims about its letters no longer holds. */
  htmlCtxtUseOptions (self->parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_RECOVER |
                                        HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
}

static IonTextInput *
open_input (const char *path,
            const guint8 *head,
            gsize head_size,
            const char *encoding,
            GError **error)
{
  g_autoptr (IonTextInput) input = ion_text_input_open_markup (path, encoding, error);
  g_autofree char *claimed = NULL;
  IonEncoding known;

  if (input == NULL || encoding != NULL ||
      ion_text_input_get_encoding (input) != ION_ENCODING_WINDOWS_1252)
    return g_steal_pointer (&input);
  /* One byte a letter: the bytes do not tell which. */
  claimed = ion_markup_find_charset (head, head_size);
  if (claimed == NULL || !ion_encoding_from_name (claimed, &known) ||
      known != ION_ENCODING_ISO_8859_15)
    return g_steal_pointer (&input);
  return ion_text_input_open_markup (path, claimed, error);
}

/* What is no table at all is refused at once: the first rows are looked for. */
static gboolean
look_for_table (IonHtmlReader *self, GError **error)
{
  while (!self->is_done && !ion_html_rows_has_table (self->rows))
    {
      if (!parse_piece (self, error))
        return FALSE;
    }
  if (ion_html_rows_has_table (self->rows))
    return TRUE;
  g_set_error_literal (error, ION_TABLE_ERROR, ION_TABLE_ERROR_EMPTY,
                       _ ("This is a web page without a table, even if its name says otherwise. "
                          "Maybe the program that made it has answered with an error: open it in "
                          "the browser to see."));
  return FALSE;
}

/**
 * ion_html_reader_new:
 * @path: a file that ion_markup_recognise() has recognised as a web page
 * @head: (array length=head_size): its beginning
 * @head_size: the length of @head in bytes
 * @encoding: (nullable): overrides what would be recognised
 * @error: %ION_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_html_reader_new (const char *path,
                     const guint8 *head,
                     gsize head_size,
                     const char *encoding,
                     GError **error)
{
  g_autoptr (IonHtmlReader) self = g_object_new (ION_TYPE_HTML_READER, NULL);

  self->input = open_input (path, head, head_size, encoding, error);
  if (self->input == NULL)
    return NULL;
  begin_parser (self);
  if (!look_for_table (self, error))
    return NULL;
  return ION_TABLE (g_steal_pointer (&self));
}
