/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What reading a workbook costs at least: its sheet and the texts that cells share are unpacked
 * with libarchive and parsed with libxml2, and nothing is done with what comes.
 */

#include <stdio.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

static unsigned long n_events;

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
  n_events++;
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  n_events++;
}

static void
text_cb (void *data, const xmlChar *text, int size)
{
  n_events++;
}

static int
parse (struct archive *reader)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = start_cb,
                        .endElementNs = end_cb,
                        .characters = text_cb };
  xmlParserCtxt *parser = xmlCreatePushParserCtxt (&sax, NULL, NULL, 0, NULL);
  const void *block;
  size_t size;
  la_int64_t offset;
  int result = 0;

  while (result == 0 && archive_read_data_block (reader, &block, &size, &offset) == ARCHIVE_OK)
    result = xmlParseChunk (parser, block, (int) size, 0);
  if (result == 0)
    result = xmlParseChunk (parser, "", 0, 1);
  xmlFreeParserCtxt (parser);
  return result;
}

int
main (int argc, char *argv[])
{
  struct archive *reader = archive_read_new ();
  struct archive_entry *entry;
  int result = 0;

  archive_read_support_format_zip_seekable (reader);
  if (argc != 2 || archive_read_open_filename (reader, argv[1], 64 * 1024) != ARCHIVE_OK)
    {
      fprintf (stderr, "usage: sax-yardstick FILE.xlsx\n");
      return 2;
    }
  while (result == 0 && archive_read_next_header (reader, &entry) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);

      if (strcmp (name, "xl/sharedStrings.xml") == 0 ||
          strcmp (name, "xl/worksheets/sheet1.xml") == 0)
        result = parse (reader);
    }
  archive_read_free (reader);
  printf ("%lu\n", n_events);
  return result == 0 && n_events > 0 ? 0 : 1;
}
