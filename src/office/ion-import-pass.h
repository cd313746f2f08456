/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"
#include "ion-recipient-file.h"

G_BEGIN_DECLS

/* One pass over the rows: check, report, and store if asked. Private to the office. Borrowed. */
typedef struct
{
  IonOffice *office; /* (nullable) */
  const char *path;  /* (nullable): a file... */
  const IonTableOptions *table_options;
  IonTable *table; /* (nullable): ... or a table, header first */
  IonRecipientFileOptions options;
  const char *source_name;        /* (nullable) */
  const char *output;             /* (nullable): CSV with a column "errori" */
  GArray *mends;                  /* (nullable) (element-type IonCellMend) */
  const char *mended_file;        /* (nullable): the print of the file they are about */
  IonHeldPeople held_people;      /* and what is said of them */
  const IonNewCampaign *campaign; /* (nullable): %NULL only reports */
  IonProgressFunc progress;       /* (nullable) */
  gpointer progress_data;
} IonImportJob;

/**
 * ion_import_pass_run:
 * @report: (out): set wherever the whole file was read, also with an error
 * @campaign_id: (out) (optional): of the stored campaign
 */
gboolean ion_import_pass_run (const IonImportJob *job,
                              IonImportReport **report,
                              char **campaign_id,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
