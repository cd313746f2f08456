/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-import-report.h"
#include "ion-ledger-import.h"
#include "ion-mended-table.h"
#include "ion-office.h"
#include "ion-table.h"
#include "ion-template.h"

G_BEGIN_DECLS

/* @fraction: 0 to 1 of the source read, or -1 where that is not known. Called in the thread that
 * reads for synchronous calls, else in the caller's main context; at most ten times a second. */
typedef void (*IonProgressFunc) (gint64 done, double fraction, gpointer user_data);

/**
 * IonImporter:
 *
 * Turns rows into a campaign: reads, maps and checks each row, says what is odd about the whole,
 * and, if asked, stores them. One pass, constant memory; a failure, a refusal or a cancellation
 * leaves nothing behind. One use an object.
 */
#define ION_TYPE_IMPORTER (ion_importer_get_type ())
G_DECLARE_FINAL_TYPE (IonImporter, ion_importer, ION, IMPORTER, GObject)

/* @office: (nullable): without one, only ion_importer_check(), which then cannot know what was sent
 * before. @template_: (nullable): without one only fiscal codes and known columns are checked */
IonImporter *ion_importer_new (IonOffice *office, const IonTemplate *template_);
/* The source is a file... */
void ion_importer_set_file (IonImporter *self, const char *path, const IonTableOptions *options);
/* ... or any table whose first row is the header (a person's fields, an earlier campaign). */
void ion_importer_set_table (IonImporter *self, IonTable *table, const char *source_name);
/* (array zero-terminated=1): "FIELD=COLUMN" each */
void ion_importer_set_map (IonImporter *self, const char *const *pairs);
/* (array zero-terminated=1): "FIELD=VALUE" each: one value for every row; wins over a column */
void ion_importer_set_constants (IonImporter *self, const char *const *pairs);
/* Copied: cells that are to be read otherwise than they stand there. */
void ion_importer_set_mends (IonImporter *self, const IonCellMend *mends, gsize n_mends);
/* (nullable): the print that a report gave of the file whose cells were mended: no campaign is made
 * of another one. */
void ion_importer_set_mended_file (IonImporter *self, const char *file_print);
/* What is said, and in a campaign becomes, of people who hold a message with the same notice
 * number: a doubt that has to be accepted (by default), or their number in the report only. */
void ion_importer_set_held_people (IonImporter *self, IonHeldPeople people);
/* (nullable): the rows are written back to this CSV file with a column "errori" */
void ion_importer_set_output (IonImporter *self, const char *path);
void ion_importer_set_progress (IonImporter *self, IonProgressFunc func, gpointer user_data);

/* Reads and reports, stores nothing. Errors: %ION_TABLE_ERROR, %ION_MAPPING_ERROR,
 * %ION_TEMPLATE_ERROR, G_IO_ERROR */
IonImportReport *ion_importer_check (IonImporter *self, GCancellable *cancellable, GError **error);

/* The campaign to be made of the rows. */
typedef struct
{
  const char *service;              /* id or unique name */
  const char *name;                 /* (nullable): else template and day */
  gboolean valid_only;              /* leave invalid rows out, each with its reason */
  gboolean keep_first;              /* leave duplicates out: without it, or @valid_only, a file that
                                       holds some is refused */
  const char *const *accept_doubts; /* (nullable) (array zero-terminated=1): codes */
  gboolean is_test;                 /* every person must be on the office's test list */
  const char *follows_id;           /* (nullable): the campaign that it corrects */
  const char *purpose;              /* (nullable) */
  const char *answers;              /* (nullable): see #IonCampaign */
  const char *draft_id; /* (nullable): it takes the place of what the draft had before */
} IonNewCampaign;

/**
 * ion_importer_create:
 * @report: (out) (optional): set also where %ION_OFFICE_ERROR_INVALID_ROWS,
 *   %ION_OFFICE_ERROR_DUPLICATES or %ION_OFFICE_ERROR_DOUBTS refuses the file
 *
 * Returns: (transfer full): the campaign's id. Invalid rows (with @valid_only) and duplicates
 *   (with either) are stored as excluded, with their reason. What the person said about the
 *   columns is remembered for the template's name.
 */
char *ion_importer_create (IonImporter *self,
                           const IonNewCampaign *campaign,
                           IonImportReport **report,
                           GCancellable *cancellable,
                           GError **error);

/* The same in a worker thread. */
void ion_importer_check_async (IonImporter *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
IonImportReport *
ion_importer_check_finish (IonImporter *self, GAsyncResult *result, GError **error);
void ion_importer_create_async (IonImporter *self,
                                const IonNewCampaign *campaign,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *ion_importer_create_finish (IonImporter *self,
                                  GAsyncResult *result,
                                  IonImportReport **report,
                                  GError **error);

G_END_DECLS
