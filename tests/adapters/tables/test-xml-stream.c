/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The XML of workbooks, and XML that was made to harm. */

#include "config.h"

#include "ion-table-limits.h"
#include "ion-table.h"
#include "ion-xml-stream.h"
#include "zip-maker.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const spaces[] = { "urn:one", "urn:two", NULL };

/* Everything that comes, as one text: "<0:name a=value>", "</0:name>". */
static void
start_cb (gpointer data,
          guint space,
          const char *name,
          const IonXmlAttribute *attributes,
          gsize n_attributes)
{
  g_string_append_printf (data, "<%u:%s", space, name);
  for (gsize i = 0; i < n_attributes; i++)
    g_string_append_printf (data, " %s=%.*s", attributes[i].name,
                            (int) (attributes[i].end - attributes[i].value), attributes[i].value);
  g_string_append_c (data, '>');
}

static void
end_cb (gpointer data, guint space, const char *name)
{
  g_string_append_printf (data, "</%u:%s>", space, name);
}

static void
text_cb (gpointer data, const char *text, gsize size)
{
  g_string_append_len (data, text, (gssize) size);
}

static const IonXmlHandler handler = { .namespaces = spaces,
                                       .start = start_cb,
                                       .end = end_cb,
                                       .text = text_cb };

/* Reads @xml in pieces of @piece bytes. Returns: what came, NULL with @error */
static char *
read_xml (const char *xml, gsize size, gsize piece, GError **error)
{
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (IonXmlStream) stream = ion_xml_stream_new ("xl/test.xml", &handler, got);

  for (gsize at = 0; at < size; at += piece)
    {
      if (!ion_xml_stream_feed (stream, xml + at, MIN (piece, size - at), error))
        return NULL;
    }
  if (!ion_xml_stream_end (stream, error))
    return NULL;
  return g_string_free (g_steal_pointer (&got), FALSE);
}

static void
assert_reads (const char *xml, const char *expected)
{
  for (gsize piece = 1; piece <= 64; piece *= 4)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = read_xml (xml, strlen (xml), piece, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
assert_refused (const char *xml, gint code)
{
  for (gsize piece = 1; piece <= 4096; piece *= 16)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = read_xml (xml, strlen (xml), piece, &error);

      g_assert_null (got);
      g_assert_error (error, ION_TABLE_ERROR, code);
      g_assert_nonnull (strstr (error->message, "xl/test.xml"));
    }
}

static void
test_read (void)
{
  assert_reads ("<?xml version=\"1.0\"?><a xmlns=\"urn:one\" k=\"v\">x&amp;y<b/>&#8364;</a>",
                "<0:a k=v>x&y<0:b></0:b>€</0:a>");
  assert_reads ("<o:a xmlns:o=\"urn:one\" xmlns:t=\"urn:two\" t:k=\"&lt;&amp;\"><t:b/></o:a>",
                "<0:a k=<&><1:b></1:b></0:a>");
  assert_reads ("<a xmlns=\"urn:one\"><![CDATA[<raw>]]></a>", "<0:a><raw></0:a>");
  assert_reads ("<a> <!-- no --> <?no no?></a>", "<0:a>  </0:a>");
  assert_reads ("\357\273\277<a>\303\250</a>", "<0:a>\303\250</0:a>");
}

static void
test_foreign (void)
{
  assert_reads ("<a xmlns=\"urn:one\" xmlns:x=\"urn:x\">1<x:v>2</x:v>3</a>", "<0:a>123</0:a>");
}

static void
test_utf16 (void)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *utf16 =
      g_convert ("\357\273\277<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>è</a>", -1, "UTF-16LE",
                 "UTF-8", NULL, &size, &error);
  g_autofree char *got = read_xml (utf16, size, 16, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, "<0:a>è</0:a>");
}

static void
test_damaged (void)
{
  static const char *const broken[] = {
    "",
    " ",
    "<a>",
    "<a></b>",
    "text",
    "<a>&unknown;</a>",
    "<a k=v/>",
    "<a/><b/>",
    "<a>\001</a>",
    "<a>\377</a>",
    "<a k=\"1\" k=\"2\"/>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_refused (broken[i], ION_TABLE_ERROR_DAMAGED);
}

/* Declarations are not read, so that nothing in them can do anything. */
static void
test_declarations (void)
{
  assert_refused ("<!DOCTYPE a><a/>", ION_TABLE_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;\">"
                  "<!ENTITY n \"&m;&m;&m;&m;&m;&m;&m;&m;\">]><a>&n;</a>",
                  ION_TABLE_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\">%p;]><a/>",
                  ION_TABLE_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>", ION_TABLE_ERROR_DAMAGED);
}

static void
test_external_entity (void)
{
  g_autofree char *secret = zip_make_raw ("not to be read", 14);
  g_autofree char *xml =
      g_strdup_printf ("<!DOCTYPE a [<!ENTITY f SYSTEM \"file://%s\">]><a k=\"&f;\">&f;</a>",
                       secret);
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (IonXmlStream) stream = ion_xml_stream_new ("xl/test.xml", &handler, got);
  g_autoptr (GError) error = NULL;

  g_assert_false (ion_xml_stream_feed (stream, xml, strlen (xml), &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
  g_assert_cmpstr (got->str, ==, "");
  g_unlink (secret);
}

static char *
make_nested (guint depth)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "</a>");
  return g_string_free (xml, FALSE);
}

static void
test_depth (void)
{
  for (guint depth = ION_TABLE_XML_DEPTH_MAX - 1; depth <= ION_TABLE_XML_DEPTH_MAX + 1; depth++)
    {
      g_autofree char *xml = make_nested (depth);
      g_autoptr (GError) error = NULL;
      g_autofree char *got = read_xml (xml, strlen (xml), 100, &error);

      g_assert_cmpint (got != NULL, ==, depth <= ION_TABLE_XML_DEPTH_MAX);
      if (got == NULL)
        g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_TOO_LARGE);
    }
}

/* A text that is longer than any buffer comes in pieces; a name does not. */
static void
test_long (void)
{
  gsize size = 12 * 1024 * 1024;
  g_autofree char *blanks = g_strnfill (size, 'x');
  g_autofree char *text = g_strdup_printf ("<a>%s</a>", blanks);
  g_autofree char *value = g_strdup_printf ("<a k=\"%s\"/>", blanks);
  g_autofree char *got = NULL;
  g_autoptr (GError) error = NULL;

  got = read_xml (text, strlen (text), 16384, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (got), ==, size + strlen ("<0:a></0:a>"));
  g_clear_pointer (&got, g_free);
  got = read_xml (value, strlen (value), 16384, &error);
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
}

static void
stop_cb (gpointer data,
         guint space,
         const char *name,
         const IonXmlAttribute *attributes,
         gsize n_attributes)
{
  IonXmlStream **stream = data;

  g_assert_cmpstr (name, !=, "after");
  if (strcmp (name, "stop") == 0)
    ion_xml_stream_stop (*stream);
}

static void
test_stop (void)
{
  static const IonXmlHandler stopping = { .namespaces = spaces, .start = stop_cb };
  const ZipPart parts[] = { { "x.xml", "<a><stop/><after></broken>" }, { NULL } };
  g_autofree char *path = zip_make (parts, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonZipArchive) archive = ion_zip_archive_open (path, NULL, &error);
  IonXmlStream *stream = NULL;

  g_unlink (path);
  g_assert_no_error (error);
  g_assert_true (
      ion_xml_stream_read_member (archive, "x.xml", &stopping, &stream, &stream, &error));
  g_assert_no_error (error);
}

/* Returns: (transfer full): an element with @n elements of different names in it */
static char *
make_names (guint n)
{
  GString *xml = g_string_new ("<a>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<name-%010u/>", i);
  g_string_append (xml, "</a>");
  return g_string_free (xml, FALSE);
}

/* ION_TABLE_XML_NAMES_MAX: the parser counts by blocks of names, so not to the byte. */
static void
test_names (void)
{
  const guint n = ION_TABLE_XML_NAMES_MAX / 16;
  g_autofree char *few = make_names (n / 4), *many = make_names (2 * n);
  g_autoptr (GError) error = NULL;
  g_autofree char *got = read_xml (few, strlen (few), 4096, &error);

  g_assert_no_error (error);
  g_assert_nonnull (got);
  g_assert_null (read_xml (many, strlen (many), 4096, &error));
  g_assert_error (error, ION_TABLE_ERROR, ION_TABLE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-stream/read", test_read);
  g_test_add_func ("/xml-stream/foreign", test_foreign);
  g_test_add_func ("/xml-stream/utf16", test_utf16);
  g_test_add_func ("/xml-stream/damaged", test_damaged);
  g_test_add_func ("/xml-stream/declarations", test_declarations);
  g_test_add_func ("/xml-stream/external-entity", test_external_entity);
  g_test_add_func ("/xml-stream/limit/depth", test_depth);
  g_test_add_func ("/xml-stream/limit/names", test_names);
  g_test_add_func ("/xml-stream/long", test_long);
  g_test_add_func ("/xml-stream/stop", test_stop);
  return g_test_run ();
}
