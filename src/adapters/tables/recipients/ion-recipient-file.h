/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-check.h"
#include "ion-table.h"

G_BEGIN_DECLS

/**
 * IonRecipientFile:
 *
 * A table read as a list of recipients: its header found, its columns mapped, its rows checked one
 * after the other, in constant memory.
 */
typedef struct _IonRecipientFile IonRecipientFile;

typedef struct
{
  const IonTemplate *template_;  /* (nullable): only read while opening */
  const char *const *map;        /* (nullable) (array zero-terminated=1): "FIELD=COLUMN" */
  const char *const *remembered; /* (nullable) (array zero-terminated=1): "FIELD=COLUMN" of an
                                    earlier file; what does not fit this one is left aside */
  const char *const *constants;  /* (nullable) (array zero-terminated=1): "FIELD=VALUE": the same
                                    for every row; wins over a column */
  gint64 now;                    /* UTC seconds */
} IonRecipientFileOptions;

/* The column in which a corrected file says what is wrong. Where a file already has it, it is no
 * one's field. */
#define ION_RECIPIENT_FILE_ERRORS_COLUMN "errori"

/* A row that is no person: what stands before the header, the header, totals, notes. @issues:
 * (element-type IonIssue): those of this row may be among them */
typedef void (*IonBesideFunc) (gint64 row,
                               const char *const *cells,
                               gsize n_cells,
                               GPtrArray *issues,
                               gpointer user_data);

/* Errors of both: %ION_TABLE_ERROR, %ION_MAPPING_ERROR, %ION_TEMPLATE_ERROR, %G_IO_ERROR */
IonRecipientFile *ion_recipient_file_open (const char *path,
                                           const IonTableOptions *table_options,
                                           const IonRecipientFileOptions *options,
                                           GError **error);
IonRecipientFile *ion_recipient_file_new_for_table (IonTable *table,
                                                    const IonRecipientFileOptions *options,
                                                    GError **error);
void ion_recipient_file_free (IonRecipientFile *self);

/* So many rows that are nobody, one after the other, and the caller gets a word in. */
#define ION_RECIPIENT_FILE_PASSED_MAX 1024

/**
 * ion_recipient_file_next:
 * @recipient: (out) (transfer full) (nullable): the row; %NULL, with %TRUE, after
 *   %ION_RECIPIENT_FILE_PASSED_MAX rows that are nobody: take @issues and ask again
 * @cells: (out) (transfer none) (optional): as read, until the next call
 * @n_cells: (out) (optional)
 * @issues: (element-type IonIssue): what is wrong or odd is appended, the reader's remarks
 * included; at the end what is said about rows that are none (empty ones, totals)
 *
 * Returns: %FALSE at the end, or with @error
 */
gboolean ion_recipient_file_next (IonRecipientFile *self,
                                  IonRecipient **recipient,
                                  const char *const **cells,
                                  gsize *n_cells,
                                  GPtrArray *issues,
                                  GError **error);

/* From now on @func is told of the rows that are no person, each before the person that follows it;
 * of those before the first person at once. */
void
ion_recipient_file_set_beside_func (IonRecipientFile *self, IonBesideFunc func, gpointer user_data);

/* Format, encoding, separator, sheet, fraction read. Returns: (transfer none) */
IonTable *ion_recipient_file_get_table (IonRecipientFile *self);
/* Returns: the row of the header as the spreadsheet shows it, 0 where the file has none */
gint64 ion_recipient_file_get_header_row (IonRecipientFile *self);
gsize ion_recipient_file_get_n_columns (IonRecipientFile *self);
/* Returns: the column of what an earlier check has said, or -1 */
gssize ion_recipient_file_get_errors_column (IonRecipientFile *self);
/* Returns: (transfer none): "" where it has no name */
const char *ion_recipient_file_get_column_name (IonRecipientFile *self, gsize column);
/* Returns: (transfer none) (nullable): %NULL where the column is not used, and so never stored */
const char *ion_recipient_file_get_field (IonRecipientFile *self, gsize column);
/* Returns: on whose word the column is that field's */
IonMappingWord ion_recipient_file_get_word (IonRecipientFile *self, gsize column);
/* Returns: (transfer none) (nullable): the first cell that is not empty */
const char *ion_recipient_file_get_sample (IonRecipientFile *self, gsize column);
/* After the last row: */
GPtrArray *ion_recipient_file_get_doubts (IonRecipientFile *self);
void ion_recipient_file_get_totals (IonRecipientFile *self, IonCampaignTotals *totals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRecipientFile, ion_recipient_file_free)

G_END_DECLS
