/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A workbook for LibreOffice with one sheet of texts, written as a stream. Cells and columns are
 * formatted as text, so that a notice number typed in while mending keeps its digits.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-ods-writer.h"
#include "ion-sheet.h"
#include "ion-zip-output.h"

#include <inttypes.h>
#include <string.h>

#define FLUSH_AT 65536

#define XML_HEAD  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define NS        "urn:oasis:names:tc:opendocument:xmlns:"

static const char manifest[] = XML_HEAD
    "<manifest:manifest xmlns:manifest=\"" NS "manifest:1.0\" manifest:version=\"1.2\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
    "manifest:media-type=\"" MIME_TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

static const char content_head[] = XML_HEAD
    "<office:document-content xmlns:office=\"" NS "office:1.0\" xmlns:style=\"" NS "style:1.0\" "
    "xmlns:table=\"" NS "table:1.0\" xmlns:text=\"" NS "text:1.0\" "
    "xmlns:number=\"" NS "datastyle:1.0\" xmlns:fo=\"" NS "xsl-fo-compatible:1.0\" "
    "office:version=\"1.2\"><office:automatic-styles>"
    "<number:text-style style:name=\"n\"><number:text-content/></number:text-style>"
    "<style:style style:name=\"t\" style:family=\"table-cell\" style:data-style-name=\"n\"/>"
    "<style:style style:name=\"h\" style:family=\"table-cell\" style:data-style-name=\"n\">"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"c\" style:family=\"table-column\">"
    "<style:table-column-properties style:column-width=\"3.5cm\"/></style:style>"
    "<style:style style:name=\"w\" style:family=\"table-column\">"
    "<style:table-column-properties style:column-width=\"18cm\"/></style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet>";

struct _IonOdsWriter
{
  GObject parent_instance;

  IonZipOutput *zip; /* (owned) */
  char *sheet;       /* (owned) */
  IonTableLayout layout;
  GString *buffer; /* (owned) */
  gint64 row;      /* the last one written */
};

static void ion_ods_writer_iface_init (IonTableWriterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonOdsWriter,
                               ion_ods_writer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE_WRITER,
                                                      ion_ods_writer_iface_init))

static gboolean
flush (IonOdsWriter *self, GError **error)
{
  gboolean is_written =
      ion_zip_output_write (self->zip, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);
  return is_written;
}

/* Returns: how many bytes there are at @p of a character that XML cannot have; 0 = none */
static gsize
measure_no_character (const char *p)
{
  if ((guchar) *p < ' ')
    return *p != '\n' && *p != '\r' && *p != '\t';
  return ion_sheet_is_no_letter (p) ? 3 : 0;
}

/* A single blank within a line stays one, all others must be counted. */
static const char *
append_blanks (GString *text, const char *p, gboolean is_at_edge)
{
  gsize n = strspn (p, " ");

  if (n == 1 && !is_at_edge && p[1] != '\0' && p[1] != '\n' && p[1] != '\r')
    g_string_append_c (text, ' ');
  else
    g_string_append_printf (text, "<text:s text:c=\"%" G_GSIZE_FORMAT "\"/>", n);
  return p + n;
}

static void
append_text (GString *text, const char *cell, gsize size)
{
  const char *p = cell, *end = cell + size;
  gboolean is_at_edge = TRUE;

  g_string_append (text, "<text:p>");
  while (p < end)
    {
      gsize none = measure_no_character (p);

      if (none > 0)
        g_string_append (text, "\357\277\275");
      else if (*p == ' ')
        {
          p = append_blanks (text, p, is_at_edge);
          is_at_edge = FALSE;
          continue;
        }
      else if (*p == '\n' || *p == '\r')
        {
          g_string_append (text, "</text:p><text:p>");
          p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
          is_at_edge = TRUE;
          continue;
        }
      else if (*p == '\t')
        g_string_append (text, "<text:tab/>");
      else if (*p == '&')
        g_string_append (text, "&amp;");
      else if (*p == '<')
        g_string_append (text, "&lt;");
      else if (*p == '>')
        g_string_append (text, "&gt;");
      else
        g_string_append_c (text, *p);
      is_at_edge = FALSE;
      p += MAX (none, 1);
    }
  g_string_append (text, "</text:p>");
}

/* Empty cells are texts too, as soon as something is typed in. */
static void
append_empty_cells (GString *text, gsize n)
{
  if (n > 0)
    g_string_append_printf (text,
                            "<table:table-cell table:style-name=\"t\" "
                            "table:number-columns-repeated=\"%" G_GSIZE_FORMAT "\"/>",
                            n);
}

static void
append_empty_rows (IonOdsWriter *self, gint64 n)
{
  if (n <= 0)
    return;
  g_string_append_printf (self->buffer,
                          "<table:table-row table:number-rows-repeated=\"%" PRId64 "\">",
                          (int64_t) n);
  append_empty_cells (self->buffer, MAX (self->layout.n_columns, 1));
  g_string_append (self->buffer, "</table:table-row>\n");
}

static gboolean
ion_ods_writer_write_row (IonTableWriter *writer,
                          gint64 row,
                          const char *const *cells,
                          gsize n_cells,
                          GError **error)
{
  IonOdsWriter *self = ION_ODS_WRITER (writer);
  GString *text = self->buffer;
  gsize n_empty = 0;

  if (!ion_sheet_check_row (row, error))
    return FALSE;
  append_empty_rows (self, row - self->row - 1);
  g_string_append (text, "<table:table-row>");
  for (gsize i = 0; i < n_cells; i++)
    {
      if (cells[i][0] == '\0')
        {
          n_empty++;
          continue;
        }
      append_empty_cells (text, n_empty);
      n_empty = 0;
      g_string_append_printf (text,
                              "<table:table-cell table:style-name=\"%s\" "
                              "office:value-type=\"string\">",
                              row == self->layout.header_row ? "h" : "t");
      append_text (text, cells[i], ion_sheet_measure (cells[i]));
      g_string_append (text, "</table:table-cell>");
    }
  if (n_cells < MAX (self->layout.n_columns, 1))
    n_empty += MAX (self->layout.n_columns, 1) - n_cells;
  append_empty_cells (text, n_empty);
  g_string_append (text, "</table:table-row>\n");
  self->row = row;
  return text->len < FLUSH_AT || flush (self, error);
}

static gboolean
ion_ods_writer_can_hold (IonTableWriter *writer, const char *text)
{
  if (text[ion_sheet_measure (text)] != '\0')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (measure_no_character (p) > 0)
        return FALSE;
    }
  return TRUE;
}

/* "'Sheet'.A3:'Sheet'.E120": the table without what stands above it */
static void
append_filter (IonOdsWriter *self)
{
  g_autofree char *name = ion_sheet_quote_name (self->sheet);
  g_autoptr (GString) column = g_string_new (NULL);

  ion_sheet_append_column (column, MAX (self->layout.n_columns, 1) - 1);
  g_string_append_printf (self->buffer,
                          "<table:database-ranges><table:database-range "
                          "table:name=\"__Anonymous_Sheet_DB__0\" "
                          "table:target-range-address=\"&apos;%s&apos;.A%" PRId64
                          ":&apos;%s&apos;.%s%" PRId64
                          "\" table:display-filter-buttons=\"true\"/></table:database-ranges>",
                          name, (int64_t) self->layout.header_row, name, column->str,
                          (int64_t) self->row);
}

/* The header stays in sight. */
static char *
make_settings (const IonOdsWriter *self)
{
  GString *text = g_string_new (
      XML_HEAD "<office:document-settings xmlns:office=\"" NS "office:1.0\" xmlns:config=\"" NS
               "config:1.0\" xmlns:ooo=\"http://openoffice.org/2004/office\" "
               "office:version=\"1.2\"><office:settings>");
  g_autofree char *name = g_markup_escape_text (self->sheet, -1);
  gint64 header = self->layout.header_row;

  if (header > 0 && header <= ION_SHEET_FREEZE_MAX)
    g_string_append_printf (text,
                            "<config:config-item-set config:name=\"ooo:view-settings\">"
                            "<config:config-item-map-indexed "
                            "config:name=\"Views\"><config:config-item-map-entry>"
                            "<config:config-item config:name=\"ViewId\" "
                            "config:type=\"string\">view1"
                            "</config:config-item><config:config-item-map-named "
                            "config:name=\"Tables\">"
                            "<config:config-item-map-entry config:name=\"%s\">"
                            "<config:config-item config:name=\"VerticalSplitMode\" "
                            "config:type=\"short\">2"
                            "</config:config-item><config:config-item "
                            "config:name=\"VerticalSplitPosition\" "
                            "config:type=\"int\">%" PRId64 "</config:config-item>"
                            "<config:config-item config:name=\"ActiveSplitRange\" "
                            "config:type=\"short\">2"
                            "</config:config-item><config:config-item "
                            "config:name=\"PositionBottom\" "
                            "config:type=\"int\">%" PRId64
                            "</config:config-item></config:config-item-map-entry>"
                            "</config:config-item-map-named></config:config-item-map-entry>"
                            "</config:config-item-map-indexed></config:config-item-set>",
                            name, (int64_t) header, (int64_t) header);
  g_string_append (text, "</office:settings></office:document-settings>");
  return g_string_free (text, FALSE);
}

static gboolean
ion_ods_writer_finish (IonTableWriter *writer, GError **error)
{
  IonOdsWriter *self = ION_ODS_WRITER (writer);
  g_autofree char *settings = make_settings (self);

  if (self->row == 0)
    append_empty_rows (self, 1);
  g_string_append (self->buffer, "</table:table>");
  if (self->layout.header_row > 0 && self->row > self->layout.header_row)
    append_filter (self);
  g_string_append (self->buffer, "</office:spreadsheet></office:body></office:document-content>");
  return flush (self, error) && ion_zip_output_add (self->zip, "settings.xml", settings, error) &&
         ion_zip_output_finish (self->zip, error);
}

static void
ion_ods_writer_iface_init (IonTableWriterInterface *iface)
{
  iface->write_row = ion_ods_writer_write_row;
  iface->can_hold = ion_ods_writer_can_hold;
  iface->finish = ion_ods_writer_finish;
}

static void
ion_ods_writer_finalize (GObject *object)
{
  IonOdsWriter *self = ION_ODS_WRITER (object);

  g_clear_pointer (&self->zip, ion_zip_output_free);
  g_string_free (self->buffer, TRUE);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_ods_writer_parent_class)->finalize (object);
}

static void
ion_ods_writer_class_init (IonOdsWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_ods_writer_finalize;
}

static void
ion_ods_writer_init (IonOdsWriter *self)
{
  self->buffer = g_string_sized_new (FLUSH_AT + 4096);
}

static void
begin_sheet (IonOdsWriter *self)
{
  g_autofree char *name = g_markup_escape_text (self->sheet, -1);

  g_string_append (self->buffer, content_head);
  g_string_append_printf (self->buffer, "<table:table table:name=\"%s\">", name);
  for (gsize i = 0; i < MAX (self->layout.n_columns, 1); i++)
    g_string_append_printf (self->buffer,
                            "<table:table-column table:style-name=\"%s\" "
                            "table:default-cell-style-name=\"t\"/>",
                            (gssize) i == self->layout.wide_column ? "w" : "c");
  g_string_append_c (self->buffer, '\n');
}

IonTableWriter *
ion_ods_writer_new (const char *path,
                    const char *sheet,
                    const IonTableLayout *layout,
                    GError **error)
{
  g_autoptr (IonOdsWriter) self = NULL;
  IonZipOutput *zip = ion_zip_output_new (path, error);

  if (zip == NULL)
    return NULL;
  self = g_object_new (ION_TYPE_ODS_WRITER, NULL);
  self->zip = zip;
  self->sheet = ion_sheet_make_name (sheet);
  self->layout = *layout;
  begin_sheet (self);
  if (!ion_zip_output_begin (zip, "mimetype", TRUE, error) ||
      !ion_zip_output_write (zip, MIME_TYPE, strlen (MIME_TYPE), error) ||
      !ion_zip_output_add (zip, "META-INF/manifest.xml", manifest, error) ||
      !ion_zip_output_begin (zip, "content.xml", FALSE, error))
    return NULL;
  return ION_TABLE_WRITER (g_steal_pointer (&self));
}
