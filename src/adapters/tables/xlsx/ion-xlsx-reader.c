/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A workbook of Office Open XML as a table. Its small parts and the texts that its cells share are
 * read first; the cells then pass as a stream.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-xlsx-reader.h"
#include "ion-row-ahead.h"
#include "ion-sheet-choice.h"
#include "ion-table-limits.h"
#include "ion-xlsx-book.h"
#include "ion-xlsx-cells.h"
#include "ion-xlsx-look.h"
#include "ion-xlsx-merges.h"
#include "ion-xlsx-strings.h"
#include "ion-zip-member.h"

/* What is parsed at once: all its rows are kept until they are taken. A few bytes may name a long
 * text: where there are any, pieces are small. */
#define PIECE_SIZE       (32 * 1024)
#define SMALL_PIECE_SIZE (4 * 1024)
#define LONG_TEXT        (4 * 1024)

/* From what size on threads bring more than they cost. */
#define LARGE_SIZE (256 * 1024)

struct _IonXlsxReader
{
  GObject parent_instance;

  IonZipArchive *archive;  /* (owned) */
  IonXlsxBook *book;       /* (owned) */
  IonXlsxStrings *strings; /* (owned) */
  IonXlsxMerges *merges;   /* (owned) */
  char *sheet;             /* (owned) */
  IonRowAhead *ahead;      /* (owned) */

  /* Of the thread that reads ahead. */
  IonXlsxCells *cells;  /* (owned) */
  IonZipMember *member; /* (owned) */
  const char *bytes;    /* unpacked and not yet parsed */
  gsize size;
};

static void ion_xlsx_reader_table_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonXlsxReader,
                               ion_xlsx_reader,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, ion_xlsx_reader_table_init))

/* An #IonRowSource. */
static gboolean
read_piece (gpointer data, IonRowQueue *queue, gboolean *is_end, double *fraction, GError **error)
{
  IonXlsxReader *self = data;
  gsize most =
      ion_xlsx_strings_get_longest (self->strings) > LONG_TEXT ? SMALL_PIECE_SIZE : PIECE_SIZE;
  gsize size;

  if (self->size == 0 && !ion_zip_member_read (self->member, &self->bytes, &self->size, error))
    return FALSE;
  size = MIN (self->size, most);
  if (!ion_xlsx_cells_feed (self->cells, queue, self->bytes, size, error))
    return FALSE;
  *is_end = size == 0;
  *fraction = ion_zip_member_get_fraction (self->member);
  self->bytes += size;
  self->size -= size;
  return TRUE;
}

static gboolean
ion_xlsx_reader_next (IonTable *table,
                      gint64 *row,
                      const char *const **cells,
                      gsize *n_cells,
                      GError **error)
{
  return ion_row_ahead_next (ION_XLSX_READER (table)->ahead, row, cells, n_cells, error);
}

static const char *
ion_xlsx_reader_get_format (IonTable *table)
{
  return "xlsx";
}

static const char *
ion_xlsx_reader_get_sheet (IonTable *table)
{
  return ION_XLSX_READER (table)->sheet;
}

static GPtrArray *
ion_xlsx_reader_take_remarks (IonTable *table)
{
  return ion_row_ahead_take_remarks (ION_XLSX_READER (table)->ahead);
}

static gboolean
ion_xlsx_reader_has_remarks (IonTable *table)
{
  return ion_row_ahead_has_remarks (ION_XLSX_READER (table)->ahead);
}

static double
ion_xlsx_reader_get_fraction (IonTable *table)
{
  return ion_row_ahead_get_fraction (ION_XLSX_READER (table)->ahead);
}

static void
ion_xlsx_reader_table_init (IonTableInterface *iface)
{
  iface->next = ion_xlsx_reader_next;
  iface->get_format = ion_xlsx_reader_get_format;
  iface->get_sheet = ion_xlsx_reader_get_sheet;
  iface->has_remarks = ion_xlsx_reader_has_remarks;
  iface->take_remarks = ion_xlsx_reader_take_remarks;
  iface->get_fraction = ion_xlsx_reader_get_fraction;
}

static void
ion_xlsx_reader_finalize (GObject *object)
{
  IonXlsxReader *self = ION_XLSX_READER (object);

  /* First: it uses all the others. */
  g_clear_pointer (&self->ahead, ion_row_ahead_free);
  g_clear_pointer (&self->member, ion_zip_member_free);
  g_clear_pointer (&self->cells, ion_xlsx_cells_free);
  g_clear_pointer (&self->merges, ion_xlsx_merges_free);
  g_clear_pointer (&self->strings, ion_xlsx_strings_free);
  g_clear_pointer (&self->book, ion_xlsx_book_free);
  g_clear_pointer (&self->archive, ion_zip_archive_free);
  g_free (self->sheet);
  G_OBJECT_CLASS (ion_xlsx_reader_parent_class)->finalize (object);
}

static void
ion_xlsx_reader_class_init (IonXlsxReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_xlsx_reader_finalize;
}

static void
ion_xlsx_reader_init (IonXlsxReader *self)
{
}

/* Returns: (transfer full) (nullable) (element-type IonSheet): what there is to choose from; where
 * that is one sheet only, nobody looks into it unless @is_exact */
static GPtrArray *
list_sheets (IonZipArchive *archive, const IonXlsxBook *book, gboolean is_exact, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_sheet_free);
  guint n_visible = 0;

  for (guint i = 0; i < book->sheets->len; i++)
    n_visible += !((const IonXlsxSheet *) g_ptr_array_index (book->sheets, i))->is_hidden;
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const IonXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);
      gboolean has_content = TRUE;

      if (!sheet->is_hidden && (is_exact || n_visible > 1) &&
          !ion_xlsx_look_for_cells (archive, sheet->part, &has_content, error))
        return NULL;
      g_ptr_array_add (sheets, ion_sheet_new (sheet->name, sheet->is_hidden, has_content));
    }
  return g_steal_pointer (&sheets);
}

static const IonXlsxSheet *
choose (IonXlsxReader *self, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) sheets = list_sheets (self->archive, self->book, FALSE, error);
  guint index = 0;

  if (sheets == NULL || !ion_sheet_choose (sheets, wanted, &index, error))
    return NULL;
  return g_ptr_array_index (self->book->sheets, index);
}

/* Looks for merged cells, in a thread of its own. */
typedef struct
{
  IonZipArchive *archive; /* (unowned) */
  const char *part;       /* (unowned) */
  GError *error;          /* (owned) (nullable) */
} Search;

static gpointer
search_merges (gpointer data)
{
  Search *search = data;

  return ion_xlsx_merges_find (search->archive, search->part, &search->error);
}

/* What the cells need: the shared texts, and beside reading these, the merged cells. */
static gboolean
read_before_cells (IonXlsxReader *self, const char *part, gboolean is_large, GError **error)
{
  Search search = { .archive = self->archive, .part = part };
  GThread *thread = is_large ? g_thread_new ("ion-merges", search_merges, &search) : NULL;

  self->strings =
      ion_xlsx_strings_read (self->archive, self->book->strings_part, ION_TABLE_STRINGS_MAX, error);
  self->merges = thread != NULL ? g_thread_join (thread) : search_merges (&search);
  if (self->strings == NULL)
    {
      g_clear_error (&search.error);
      return FALSE;
    }
  if (self->merges == NULL)
    g_propagate_error (error, search.error);
  return self->merges != NULL;
}

/**
 * ion_xlsx_reader_new:
 * @archive: (transfer full): a workbook
 * @part: where it begins, of ion_xlsx_book_find_part()
 * @sheet: (nullable): which sheet: its name, or its number from 1
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable): the table
 */
IonTable *
ion_xlsx_reader_new (IonZipArchive *archive, const char *part, const char *sheet, GError **error)
{
  g_autoptr (IonXlsxReader) self = g_object_new (ION_TYPE_XLSX_READER, NULL);
  const IonXlsxSheet *chosen;
  gboolean is_large;

  self->archive = archive;
  self->book = ion_xlsx_book_read (archive, part, error);
  if (self->book == NULL)
    return NULL;
  chosen = choose (self, sheet, error);
  if (chosen == NULL)
    return NULL;
  self->member = ion_zip_member_open (archive, chosen->part, error);
  if (self->member == NULL)
    return NULL;
  is_large = ion_zip_member_get_claimed_size (self->member) >= LARGE_SIZE;
  if (!read_before_cells (self, chosen->part, is_large, error))
    return NULL;
  self->sheet = g_strdup (chosen->name);
  self->cells = ion_xlsx_cells_new (chosen->part, self->book, self->strings, self->merges);
  self->ahead = ion_row_ahead_new (read_piece, self, is_large);
  return ION_TABLE (g_steal_pointer (&self));
}

/**
 * ion_xlsx_reader_list_sheets:
 * @archive: a workbook
 * @part: where it begins
 * @error: %ION_TABLE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the visible sheets that hold something
 */
GPtrArray *
ion_xlsx_reader_list_sheets (IonZipArchive *archive, const char *part, GError **error)
{
  g_autoptr (IonXlsxBook) book = ion_xlsx_book_read (archive, part, error);
  g_autoptr (GPtrArray) sheets = book != NULL ? list_sheets (archive, book, TRUE, error) : NULL;

  return sheets != NULL ? ion_sheet_list_names (sheets) : NULL;
}
