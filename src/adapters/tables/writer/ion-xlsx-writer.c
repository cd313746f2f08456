/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A workbook for Excel with one sheet of texts, written as a stream. libxlsxwriter is not used for
 * this: it keeps the rows in a temporary file, which are people, and says nothing when the disk is
 * full. Cells and columns are formatted as text, so that a notice number typed in while mending
 * keeps its digits.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-writer.h"
#include "ion-sheet.h"
#include "ion-zip-output.h"

#include <inttypes.h>
#include <string.h>

#define FLUSH_AT 65536

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN_NS  "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOC_NS   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_NS   "http://schemas.openxmlformats.org/package/2006/"
#define CONTENT  "application/vnd.openxmlformats-officedocument.spreadsheetml."

#define STYLE_TEXT   1
#define STYLE_HEADER 2

static const char content_types[] = XML_HEAD
    "<Types xmlns=\"" PKG_NS "content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" CONTENT "worksheet+xml\"/>"
    "</Types>";

static const char package_relations[] = XML_HEAD "<Relationships xmlns=\"" PKG_NS "relationships\">"
                                                 "<Relationship Id=\"rId1\" Type=\"" DOC_NS
                                                 "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                                 "</Relationships>";

static const char workbook_relations[] = XML_HEAD
    "<Relationships xmlns=\"" PKG_NS "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" DOC_NS "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" DOC_NS "/styles\" Target=\"styles.xml\"/>"
    "</Relationships>";

/* Format 49 is "text". */
static const char styles[] = XML_HEAD
    "<styleSheet xmlns=\"" MAIN_NS "\">"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    "</styleSheet>";

struct _IonXlsxWriter
{
  GObject parent_instance;

  IonZipOutput *zip; /* (owned) */
  char *sheet;       /* (owned) */
  IonTableLayout layout;
  GString *buffer; /* (owned) */
  gint64 row;      /* the last one written */
};

static void ion_xlsx_writer_iface_init (IonTableWriterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonXlsxWriter,
                               ion_xlsx_writer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE_WRITER,
                                                      ion_xlsx_writer_iface_init))

static gboolean
flush (IonXlsxWriter *self, GError **error)
{
  gboolean is_written =
      ion_zip_output_write (self->zip, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);
  return is_written;
}

/* What reads like the way in which Excel writes a control character. */
static gboolean
is_escape (const char *p, const char *end)
{
  return end - p >= 7 && p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) &&
         g_ascii_isxdigit (p[3]) && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) &&
         p[6] == '_';
}

static void
append_text (GString *text, const char *cell, gsize size)
{
  for (const char *p = cell, *end = cell + size; p < end; p++)
    {
      if (*p == '&')
        g_string_append (text, "&amp;");
      else if (*p == '<')
        g_string_append (text, "&lt;");
      else if (*p == '>')
        g_string_append (text, "&gt;");
      else if (is_escape (p, end))
        g_string_append (text, "_x005F_");
      else if ((guchar) *p < ' ' && *p != '\n' && *p != '\t')
        g_string_append_printf (text, "_x%04X_", (guint) *p);
      else if (ion_sheet_is_no_letter (p))
        {
          g_string_append (text, "\357\277\275");
          p += 2;
        }
      else
        g_string_append_c (text, *p);
    }
}

static gboolean
ion_xlsx_writer_write_row (IonTableWriter *writer,
                           gint64 row,
                           const char *const *cells,
                           gsize n_cells,
                           GError **error)
{
  IonXlsxWriter *self = ION_XLSX_WRITER (writer);
  GString *text = self->buffer;

  if (!ion_sheet_check_row (row, error))
    return FALSE;
  g_string_append_printf (text, "<row r=\"%" PRId64 "\">", (int64_t) row);
  for (gsize i = 0; i < n_cells; i++)
    {
      if (cells[i][0] == '\0')
        continue;
      g_string_append (text, "<c r=\"");
      ion_sheet_append_column (text, i);
      g_string_append_printf (text,
                              "%" PRId64
                              "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                              (int64_t) row,
                              row == self->layout.header_row ? STYLE_HEADER : STYLE_TEXT);
      append_text (text, cells[i], ion_sheet_measure (cells[i]));
      g_string_append (text, "</t></is></c>");
    }
  g_string_append (text, "</row>\n");
  self->row = row;
  return text->len < FLUSH_AT || flush (self, error);
}

static gboolean
ion_xlsx_writer_can_hold (IonTableWriter *writer, const char *text)
{
  const char *p = text;

  if (text[ion_sheet_measure (text)] != '\0')
    return FALSE;
  while ((p = strchr (p, 0xEF)) != NULL)
    {
      if (ion_sheet_is_no_letter (p))
        return FALSE;
      p++;
    }
  return TRUE;
}

/* "$A$3:$E$120": the table without what stands above it */
static void
append_range (const IonXlsxWriter *self, GString *text, const char *dollar)
{
  g_string_append_printf (text, "%sA%s%" PRId64 ":%s", dollar, dollar,
                          (int64_t) self->layout.header_row, dollar);
  ion_sheet_append_column (text, MAX (self->layout.n_columns, 1) - 1);
  g_string_append_printf (text, "%s%" PRId64, dollar, (int64_t) self->row);
}

static gboolean
has_filter (const IonXlsxWriter *self)
{
  return self->layout.header_row > 0 && self->row > self->layout.header_row;
}

static gboolean
end_sheet (IonXlsxWriter *self, GError **error)
{
  g_string_append (self->buffer, "</sheetData>");
  if (has_filter (self))
    {
      g_string_append (self->buffer, "<autoFilter ref=\"");
      append_range (self, self->buffer, "");
      g_string_append (self->buffer, "\"/>");
    }
  /* No green corner in every cell that looks like a number. */
  g_string_append (self->buffer,
                   "<ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/>"
                   "</ignoredErrors></worksheet>");
  return flush (self, error);
}

static char *
make_workbook (const IonXlsxWriter *self)
{
  GString *text = g_string_new (XML_HEAD "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" DOC_NS "\">"
                                         "<bookViews><workbookView/></bookViews><sheets>");
  g_autofree char *name = g_markup_escape_text (self->sheet, -1);

  g_string_append_printf (text, "<sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets>", name);
  if (has_filter (self))
    {
      g_autofree char *quoted = ion_sheet_quote_name (self->sheet);

      g_string_append_printf (text,
                              "<definedNames><definedName name=\"_xlnm._FilterDatabase\" "
                              "localSheetId=\"0\" hidden=\"1\">&apos;%s&apos;!",
                              quoted);
      append_range (self, text, "$");
      g_string_append (text, "</definedName></definedNames>");
    }
  g_string_append (text, "</workbook>");
  return g_string_free (text, FALSE);
}

static gboolean
ion_xlsx_writer_finish (IonTableWriter *writer, GError **error)
{
  IonXlsxWriter *self = ION_XLSX_WRITER (writer);
  g_autofree char *workbook = make_workbook (self);

  return end_sheet (self, error) &&
         ion_zip_output_add (self->zip, "xl/workbook.xml", workbook, error) &&
         ion_zip_output_finish (self->zip, error);
}

static void
ion_xlsx_writer_iface_init (IonTableWriterInterface *iface)
{
  iface->write_row = ion_xlsx_writer_write_row;
  iface->can_hold = ion_xlsx_writer_can_hold;
  iface->finish = ion_xlsx_writer_finish;
}

static void
ion_xlsx_writer_finalize (GObject *object)
{
  IonXlsxWriter *self = ION_XLSX_WRITER (object);

  g_clear_pointer (&self->zip, ion_zip_output_free);
  g_string_free (self->buffer, TRUE);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_xlsx_writer_parent_class)->finalize (object);
}

static void
ion_xlsx_writer_class_init (IonXlsxWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_xlsx_writer_finalize;
}

static void
ion_xlsx_writer_init (IonXlsxWriter *self)
{
  self->buffer = g_string_sized_new (FLUSH_AT + 4096);
}

static void
append_columns (IonXlsxWriter *self)
{
  gsize n = MAX (self->layout.n_columns, 1);

  g_string_append (self->buffer, "<cols>");
  for (gsize i = 1; i <= n; i++)
    g_string_append_printf (self->buffer,
                            "<col min=\"%" G_GSIZE_FORMAT "\" max=\"%" G_GSIZE_FORMAT
                            "\" width=\"%d\" style=\"%d\" customWidth=\"1\"/>",
                            i, i,
                            (gssize) i == self->layout.wide_column + 1 ? ION_SHEET_WIDTH_OF_TEXT
                                                                       : ION_SHEET_WIDTH,
                            STYLE_TEXT);
  g_string_append (self->buffer, "</cols>");
}

static void
begin_sheet (IonXlsxWriter *self)
{
  gint64 header = self->layout.header_row;

  g_string_append (self->buffer, XML_HEAD "<worksheet xmlns=\"" MAIN_NS "\"><sheetViews>"
                                          "<sheetView workbookViewId=\"0\">");
  if (header > 0 && header <= ION_SHEET_FREEZE_MAX)
    g_string_append_printf (self->buffer,
                            "<pane ySplit=\"%" PRId64 "\" topLeftCell=\"A%" PRId64
                            "\" activePane=\"bottomLeft\" state=\"frozen\"/>",
                            (int64_t) header, (int64_t) header + 1);
  g_string_append (self->buffer, "</sheetView></sheetViews>");
  append_columns (self);
  g_string_append (self->buffer, "<sheetData>\n");
}

IonTableWriter *
ion_xlsx_writer_new (const char *path,
                     const char *sheet,
                     const IonTableLayout *layout,
                     GError **error)
{
  g_autoptr (IonXlsxWriter) self = NULL;
  IonZipOutput *zip = ion_zip_output_new (path, error);

  if (zip == NULL)
    return NULL;
  self = g_object_new (ION_TYPE_XLSX_WRITER, NULL);
  self->zip = zip;
  self->sheet = ion_sheet_make_name (sheet);
  self->layout = *layout;
  begin_sheet (self);
  if (!ion_zip_output_add (zip, "[Content_Types].xml", content_types, error) ||
      !ion_zip_output_add (zip, "_rels/.rels", package_relations, error) ||
      !ion_zip_output_add (zip, "xl/_rels/workbook.xml.rels", workbook_relations, error) ||
      !ion_zip_output_add (zip, "xl/styles.xml", styles, error) ||
      !ion_zip_output_begin (zip, "xl/worksheets/sheet1.xml", FALSE, error))
    return NULL;
  return ION_TABLE_WRITER (g_steal_pointer (&self));
}
