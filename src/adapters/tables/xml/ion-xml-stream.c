/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The XML of workbooks, from strangers: a document type ends the reading before anything in it can
 * expand, name a file or call a host, and nothing is nested deeper than any workbook nests it.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xml-stream.h"
#include "ion-table-limits.h"
#include "ion-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* Small, so that what the callbacks keep of one piece is bounded. */
#define PIECE_SIZE (16 * 1024)

G_STATIC_ASSERT (sizeof (IonXmlAttribute) == 5 * sizeof (char *));

struct _IonXmlStream
{
  char *name;                   /* (owned) */
  const IonXmlHandler *handler; /* (unowned) */
  gpointer data;
  xmlParserCtxt *parser;    /* (owned) */
  const xmlChar *known_uri; /* the last namespace met, of the parser's dictionary */
  gint known_space;         /* -1: none of the handler's */
  guint depth;
  gboolean is_stopped;
  gboolean has_declarations;
  gboolean is_too_deep;
};

/* Returns: which of the handler's namespaces, -1 for none */
static gint
get_space (IonXmlStream *self, const xmlChar *uri)
{
  if (uri == NULL)
    return 0;
  if (G_LIKELY (uri == self->known_uri))
    return self->known_space;
  self->known_uri = uri;
  self->known_space = -1;
  for (gint i = 0; self->handler->namespaces[i] != NULL; i++)
    {
      if (strcmp ((const char *) uri, self->handler->namespaces[i]) == 0)
        self->known_space = i;
    }
  return self->known_space;
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  IonXmlStream *self = data;
  gint space = get_space (self, uri);

  if (++self->depth > ION_TABLE_XML_DEPTH_MAX)
    {
      self->is_too_deep = TRUE;
      xmlStopParser (self->parser);
      return;
    }
  if (space >= 0 && self->handler->start != NULL && !self->is_stopped)
    self->handler->start (self->data, (guint) space, (const char *) name,
                          (const IonXmlAttribute *) (const void *) attributes,
                          (gsize) n_attributes);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  IonXmlStream *self = data;
  gint space = get_space (self, uri);

  self->depth--;
  if (space >= 0 && self->handler->end != NULL && !self->is_stopped)
    self->handler->end (self->data, (guint) space, (const char *) name);
}

static void
text_cb (void *data, const xmlChar *text, int size)
{
  IonXmlStream *self = data;

  if (self->handler->text != NULL && !self->is_stopped)
    self->handler->text (self->data, (const char *) text, (gsize) size);
}

static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  IonXmlStream *self = data;

  self->has_declarations = TRUE;
  xmlStopParser (self->parser);
}

/* The five that XML itself has. */
static xmlEntity *
get_entity_cb (void *data, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static xmlParserInput *
resolve_cb (void *data, const xmlChar *public_id, const xmlChar *system_id)
{
  return NULL;
}

static void
error_cb (void *data, xmlError *error)
{
}

static void
init_library (void)
{
  static gsize is_done = 0;

  if (g_once_init_enter (&is_done))
    {
      xmlInitParser ();
      g_once_init_leave (&is_done, 1);
    }
}

/**
 * ion_xml_stream_new:
 * @name: what the bytes are, for messages
 * @handler: (not owned): what is called
 * @data: for the callbacks
 *
 * Returns: (transfer full): a stream that nothing was fed to
 */
IonXmlStream *
ion_xml_stream_new (const char *name, const IonXmlHandler *handler, gpointer data)
{
  IonXmlStream *self = g_new0 (IonXmlStream, 1);
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = document_type_cb,
    .getEntity = get_entity_cb,
    .resolveEntity = resolve_cb,
    .serror = error_cb,
  };

  init_library ();
  self->name = g_strdup (name);
  self->handler = handler;
  self->data = data;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  /* NOENT: “&amp;” in attributes too; there are no other entities. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA);
  xmlDictSetLimit (self->parser->dict, ION_TABLE_XML_NAMES_MAX);
  return self;
}

void
ion_xml_stream_free (IonXmlStream *self)
{
  if (self == NULL)
    return;
  xmlFreeParserCtxt (self->parser);
  g_free (self->name);
  g_free (self);
}

static gboolean
check (IonXmlStream *self, GError **error)
{
  if (self->has_declarations)
    g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                 /* Translators: the name of a file within a workbook */
                 _ ("“%s” in the workbook holds declarations that a table has no use for: the file "
                    "is not read any further. Ask whoever made it how it was made."),
                 self->name);
  else if (self->is_too_deep)
    g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE,
                 /* Translators: the name of a file within a workbook */
                 _ ("“%s” in the workbook is nested more than %d levels deep, as no table is."),
                 self->name, ION_TABLE_XML_DEPTH_MAX);
  /* A parser that ran out of memory or of names falls silent without calling its text ill-formed.
   */
  else if (self->is_stopped || (self->parser->wellFormed && self->parser->disableSAX == 0))
    return TRUE;
  else
    g_set_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED,
                 /* Translators: the name of a file within a workbook, and a line in it */
                 _ ("The workbook is damaged: “%1$s” in it cannot be read beyond line %2$d. Open "
                    "it in "
                    "the spreadsheet program, save it anew and choose the new file."),
                 self->name, xmlSAX2GetLineNumber (self->parser));
  return FALSE;
}

/**
 * ion_xml_stream_feed:
 * @self: a stream
 * @bytes: the next piece
 * @size: its length
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where it is no XML, or holds what it should not
 */
gboolean
ion_xml_stream_feed (IonXmlStream *self, const char *bytes, gsize size, GError **error)
{
  if (self->is_stopped)
    return TRUE;
  xmlParseChunk (self->parser, bytes, (int) size, 0);
  return check (self, error);
}

/* To be called behind the last piece. Returns: %FALSE where something is missing */
gboolean
ion_xml_stream_end (IonXmlStream *self, GError **error)
{
  if (self->is_stopped)
    return TRUE;
  xmlParseChunk (self->parser, "", 0, 1);
  return check (self, error);
}

void
ion_xml_stream_stop (IonXmlStream *self)
{
  self->is_stopped = TRUE;
  xmlStopParser (self->parser);
}

gboolean
ion_xml_stream_is_stopped (const IonXmlStream *self)
{
  return self->is_stopped;
}

static gboolean
feed_member (IonXmlStream *self, IonZipMember *member, GError **error)
{
  while (!self->is_stopped)
    {
      const char *bytes;
      gsize size;

      if (!ion_zip_member_read (member, &bytes, &size, error))
        return FALSE;
      if (size == 0)
        return ion_xml_stream_end (self, error);
      for (gsize at = 0; at < size; at += PIECE_SIZE)
        {
          if (!ion_xml_stream_feed (self, bytes + at, MIN (PIECE_SIZE, size - at), error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * ion_xml_stream_read_member:
 * @archive: an archive
 * @name: a file in it
 * @handler: what is called
 * @data: for the callbacks
 * @stream: (out) (optional): set before the first callback, for ion_xml_stream_stop(); gone when
 * this returns
 * @error: %ION_TABLE_ERROR
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
ion_xml_stream_read_member (IonZipArchive *archive,
                            const char *name,
                            const IonXmlHandler *handler,
                            gpointer data,
                            IonXmlStream **stream,
                            GError **error)
{
  g_autoptr (IonZipMember) member = ion_zip_member_open (archive, name, error);
  g_autoptr (IonXmlStream) self = NULL;

  if (member == NULL)
    return FALSE;
  self = ion_xml_stream_new (name, handler, data);
  if (stream != NULL)
    *stream = self;
  return feed_member (self, member, error);
}

/**
 * ion_xml_attribute_find:
 * @attributes: an element's
 * @n_attributes: how many
 * @uri: (nullable): its namespace; %NULL for any
 * @name: without its prefix
 *
 * Returns: (transfer none) (nullable): the attribute
 */
const IonXmlAttribute *
ion_xml_attribute_find (const IonXmlAttribute *attributes,
                        gsize n_attributes,
                        const char *uri,
                        const char *name)
{
  for (gsize i = 0; i < n_attributes; i++)
    {
      if (strcmp (attributes[i].name, name) == 0 &&
          (uri == NULL || g_strcmp0 (attributes[i].uri, uri) == 0))
        return &attributes[i];
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): its value */
char *
ion_xml_attribute_dup (const IonXmlAttribute *attributes,
                       gsize n_attributes,
                       const char *uri,
                       const char *name)
{
  const IonXmlAttribute *found = ion_xml_attribute_find (attributes, n_attributes, uri, name);

  return found != NULL ? g_strndup (found->value, (gsize) (found->end - found->value)) : NULL;
}

gboolean
ion_xml_attribute_equals (const IonXmlAttribute *attribute, const char *value)
{
  gsize size = strlen (value);

  return attribute != NULL && (gsize) (attribute->end - attribute->value) == size &&
         memcmp (attribute->value, value, size) == 0;
}

/* Whether there is such an attribute of no namespace that says yes. */
gboolean
ion_xml_attribute_is_true (const IonXmlAttribute *attributes, gsize n_attributes, const char *name)
{
  const IonXmlAttribute *found = ion_xml_attribute_find (attributes, n_attributes, NULL, name);

  return ion_xml_attribute_equals (found, "1") || ion_xml_attribute_equals (found, "true");
}

/* Returns: %FALSE where there is none (@attribute may be %NULL), it is no number or above @max */
gboolean
ion_xml_attribute_get_number (const IonXmlAttribute *attribute, guint64 max, guint64 *number)
{
  guint64 value = 0;

  if (attribute == NULL || attribute->value == attribute->end)
    return FALSE;
  for (const char *p = attribute->value; p < attribute->end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      value = value * 10 + (guint64) (*p - '0');
      if (value > max)
        return FALSE;
    }
  *number = value;
  return TRUE;
}
