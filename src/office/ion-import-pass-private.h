/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-import-pass.h"

#include "ion-file-print.h"
#include "ion-file-stamp.h"
#include "ion-held-notices.h"
#include "ion-import-output.h"
#include "ion-ledger-import.h"
#include "ion-rows-print.h"

G_BEGIN_DECLS

/* For ion-import-pass*.c only. */

typedef struct
{
  const IonImportJob *job;
  IonLedger *ledger;       /* (nullable) */
  IonRecipientFile *file;  /* (owned) */
  IonImportReport *report; /* (owned) */
  IonLedgerImport *import; /* (owned) (nullable) */
  IonImportOutput *output; /* (owned) (nullable) */
  gboolean is_output_late; /* it must be written once more */
  GPtrArray *issues;       /* (owned) (element-type IonIssue): of the present row */
  IonPrint print;
  IonHeldNotices *held;     /* (owned) (nullable) */
  IonFilePrint *file_print; /* (owned) (nullable) */
  IonRowsPrint *rows_print; /* (owned) (nullable) */
  IonFileStamp stamp;
  IonPrint print_of_rows;
  gint64 next_progress;
} IonImportPass;

/* Opens all that the job asks for: the file, what it is told apart by, the corrected one, the
 * campaign. */
gboolean ion_import_pass_open (IonImportPass *self, GError **error);
/* The file alone, from its beginning. */
gboolean ion_import_pass_open_file (IonImportPass *self, GError **error);
void ion_import_pass_clear (IonImportPass *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonImportPass, ion_import_pass_clear)

G_END_DECLS
