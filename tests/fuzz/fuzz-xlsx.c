/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Any bytes as a workbook: rows in order, cells within their limits and in valid UTF-8, or a
 * refusal; never anything else.
 *
 * The first byte says what the others are: the whole file, or one of the parts within, which the
 * mutations of a compressed file would never reach.
 */

#include "fuzz.h"

#include "ion-recipient-file.h"
#include "ion-table-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

/* Of a workbook; the first byte chooses which of them the input takes the place of. */
static const struct
{
  const char *name;
  const char *text;
} parts[] = {
  { "[Content_Types].xml", "<Types/>" },
  { "xl/worksheets/sheet1.xml",
    "<worksheet " MAIN "><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>46387.5</v></c>"
    "<c t=\"s\"><v>0</v></c></row></sheetData></worksheet>" },
  { "xl/sharedStrings.xml", "<sst " MAIN "><si><t>x</t></si></sst>" },
  { "xl/styles.xml",
    "<styleSheet " MAIN "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
    "</styleSheet>" },
  { "xl/workbook.xml", "<workbook " MAIN " xmlns:r=\"" RELS "\"><sheets>"
                       "<sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    PACKAGE "<Relationship Id=\"r1\" Type=\"" RELS "/worksheet\" "
            "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" RELS
            "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" RELS
            "/styles\" Target=\"styles.xml\"/></Relationships>" },
  { "_rels/.rels", PACKAGE "<Relationship Id=\"r1\" Type=\"" RELS
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
};

static void
write_part (struct archive *writer, const char *name, const void *bytes, size_t size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert (archive_write_header (writer, entry) == ARCHIVE_OK);
  if (size > 0)
    g_assert (archive_write_data (writer, bytes, size) == (la_ssize_t) size);
  archive_entry_free (entry);
}

static void
write_workbook (int fd, size_t chosen, const uint8_t *data, size_t size)
{
  struct archive *writer = archive_write_new ();

  archive_write_set_format_zip (writer);
  archive_write_set_options (writer, "zip:compression=store");
  g_assert (archive_write_open_fd (writer, fd) == ARCHIVE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i == chosen)
        write_part (writer, parts[i].name, data, size);
      else
        write_part (writer, parts[i].name, parts[i].text, strlen (parts[i].text));
    }
  g_assert (archive_write_close (writer) == ARCHIVE_OK);
  archive_write_free (writer);
}

static void
check_row (IonTable *table, gint64 row, gint64 last, const char *const *cells, gsize n_cells)
{
  g_autoptr (GPtrArray) remarks = ion_table_take_remarks (table);

  g_assert (row > last && row <= ION_TABLE_ROWS_MAX);
  g_assert (n_cells > 0 && n_cells <= ION_TABLE_COLUMNS_MAX);
  for (gsize i = 0; i < n_cells; i++)
    {
      g_assert (g_utf8_validate (cells[i], -1, NULL));
      g_assert (strlen (cells[i]) <= ION_TABLE_CELL_MAX);
    }
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTableRemark *remark = g_ptr_array_index (remarks, i);

      g_assert (remark->row > last && remark->row <= row);
      g_assert (g_utf8_validate (remark->message, -1, NULL));
    }
}

static void
read_table (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTable) table = ion_table_open (path, NULL, &error);
  const char *const *cells;
  gint64 row, last = 0;
  gsize n_cells;

  if (table == NULL)
    {
      g_assert (error->domain == ION_TABLE_ERROR);
      return;
    }
  while (ion_table_next (table, &row, &cells, &n_cells, &error))
    {
      check_row (table, row, last, cells, n_cells);
      last = row;
    }
  g_assert (error == NULL || error->domain == ION_TABLE_ERROR);
  g_assert (!ion_table_next (table, &row, &cells, &n_cells, NULL));
}

static void
list_sheets (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ion_table_list_sheets (path, &error);

  g_assert (names != NULL || error->domain == ION_TABLE_ERROR);
  for (guint i = 0; names != NULL && i < names->len; i++)
    g_assert (g_utf8_validate (g_ptr_array_index (names, i), -1, NULL));
}

static void
read_recipients (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRecipientFile) file =
      ion_recipient_file_open (path, NULL, &(IonRecipientFileOptions){ .now = 1790000000 }, &error);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  IonRecipient *recipient;

  if (file == NULL)
    {
      g_assert (error != NULL);
      return;
    }
  while (ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &error))
    {
      g_assert (recipient == NULL || !recipient->is_valid || recipient->fiscal_code[0] != '\0');
      ion_recipient_free (recipient);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  size_t chosen;
  char path[64];
  int fd;

  if (size == 0)
    return 0;
  chosen = data[0] % G_N_ELEMENTS (parts);
  fd = memfd_create ("workbook", MFD_CLOEXEC);
  g_assert (fd >= 0);
  if (chosen == 0)
    g_assert (write (fd, data + 1, size - 1) == (ssize_t) (size - 1));
  else
    write_workbook (fd, chosen, data + 1, size - 1);
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  read_table (path);
  if (chosen > 3)
    list_sheets (path);
  if (chosen == 1)
    read_recipients (path);
  close (fd);
  return 0;
}
