/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ION_TABLE_ERROR (ion_table_error_quark ())
typedef enum
{
  ION_TABLE_ERROR_NOT_TEXT, /* binary where text is expected */
  ION_TABLE_ERROR_FORMAT,   /* a format that is not read */
  ION_TABLE_ERROR_ENCODING,
  ION_TABLE_ERROR_EMPTY,
  ION_TABLE_ERROR_TOO_LARGE, /* a limit; the message names it */
  ION_TABLE_ERROR_DAMAGED,
  ION_TABLE_ERROR_ENCRYPTED, /* a password is needed */
  ION_TABLE_ERROR_SHEET,     /* several sheets and none chosen, or no such sheet; the message names
                                those there are */
} IonTableError;
GQuark ion_table_error_quark (void);

/* What a reader has to say about a row or a cell: ragged, unclosed quote, NUL bytes, too long a
 * cell, hidden, merged. */
typedef struct
{
  gint64 row;
  gssize column; /* from 0; -1 where it is about the whole row */
  char *code;    /* (owned) */
  char *message; /* (owned) */
} IonTableRemark;

IonTableRemark *ion_table_remark_new (gint64 row, const char *code, const char *message);
IonTableRemark *
ion_table_remark_new_for_cell (gint64 row, gsize column, const char *code, const char *message);
void ion_table_remark_free (IonTableRemark *self);

/**
 * IonTable:
 *
 * Rows of cells out of a file, one after the other, in constant memory; row numbers as the
 * spreadsheet shows them.
 */
#define ION_TYPE_TABLE (ion_table_get_type ())
G_DECLARE_INTERFACE (IonTable, ion_table, ION, TABLE, GObject)

struct _IonTableInterface
{
  GTypeInterface parent;

  gboolean (*next) (IonTable *self,
                    gint64 *row,
                    const char *const **cells,
                    gsize *n_cells,
                    GError **error);
  const char *(*get_format) (IonTable *self);
  /* For those that have one; by default they have none. */
  const char *(*get_encoding) (IonTable *self);
  char (*get_separator) (IonTable *self);
  const char *(*get_sheet) (IonTable *self);
  GPtrArray *(*take_remarks) (IonTable *self);
  double (*get_fraction) (IonTable *self);  /* (nullable) */
  gboolean (*has_remarks) (IonTable *self); /* (nullable): whether there may be some to take */
};

typedef struct
{
  const char *sheet;    /* (nullable): its name, or its number from 1 */
  const char *encoding; /* (nullable): overrides what is recognised */
  char separator;       /* 0 = recognise */
  gint64 header_row;    /* as ion_table_set_header_row() */
} IonTableOptions;

/* No row holds the names of the columns. */
#define ION_TABLE_NO_HEADER (-1)

/* Opens by content, not by name. */
IonTable *ion_table_open (const char *path, const IonTableOptions *options, GError **error);
/* The same of a text that was pasted: nothing of it is written anywhere. @separator: 0 = recognise
 */
IonTable *ion_table_open_text (const char *text, char separator, GError **error);
/* Returns: (transfer full) (nullable) (element-type utf8): the visible sheets that hold something;
 * none where the file is of a format without sheets */
GPtrArray *ion_table_list_sheets (const char *path, GError **error);

/* Returns: FALSE at the end, or with @error. @cells (valid UTF-8, without NUL) stay valid until the
 * next call. */
gboolean ion_table_next (IonTable *self,
                         gint64 *row,
                         const char *const **cells,
                         gsize *n_cells,
                         GError **error);
const char *ion_table_get_format (IonTable *self);   /* "csv", "xlsx", "ods", "xls", "html" */
const char *ion_table_get_encoding (IonTable *self); /* (nullable): "UTF-8" */
char ion_table_get_separator (IonTable *self);       /* 0 where it has none */
const char *ion_table_get_sheet (IonTable *self);    /* (nullable) */
/* Which row holds the names of the columns, as the person says: its number as the spreadsheet shows
 * it, %ION_TABLE_NO_HEADER, or 0 = it is recognised. Whoever looks for the header asks for it. */
void ion_table_set_header_row (IonTable *self, gint64 row);
gint64 ion_table_get_header_row (IonTable *self);
/* Returns: (transfer full) (element-type IonTableRemark): since the last call */
GPtrArray *ion_table_take_remarks (IonTable *self);
/* Whether there may be some to take: asked for every row. */
gboolean ion_table_has_remarks (IonTable *self);
/* Returns: how much of the source was read, 0 to 1; -1 where that is not known */
double ion_table_get_fraction (IonTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTableRemark, ion_table_remark_free)

G_END_DECLS
