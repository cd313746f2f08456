/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-check.h"

G_BEGIN_DECLS

#define ION_IMPORT_GROUP_ROWS 5 /* named of each kind; the others are counted */

/* Under which heading a kind of issue stands, in the order of what to do. */
typedef enum
{
  ION_IMPORT_TO_MEND,
  ION_IMPORT_PROPOSED, /* to mend too, but what would be right is at hand */
  ION_IMPORT_TO_LOOK_AT,
} IonImportHeading;
#define ION_IMPORT_N_HEADINGS 3

/**
 * IonImportGroup:
 *
 * All issues of one kind in one column: twenty unreadable amounts are one thing to do, not twenty.
 */
typedef struct
{
  IonImportHeading heading;
  char *code;   /* (owned) */
  char *column; /* (owned) (nullable) */
  gint64 count;
  gint64 rows[ION_IMPORT_GROUP_ROWS]; /* the first ones, as the spreadsheet shows them */
  char *message;                      /* (owned): of the first */
} IonImportGroup;

IonImportHeading ion_import_heading_choose (const IonIssue *issue);

IonImportGroup *ion_import_group_new (const IonIssue *issue);
void ion_import_group_free (IonImportGroup *self);
gboolean ion_import_group_takes (const IonImportGroup *self, const IonIssue *issue);
void ion_import_group_add (IonImportGroup *self, const IonIssue *issue);

/* Returns: (transfer full): "20 amounts that cannot be read (“Importo”): rows 17, 31, 45 and 17
 * more" */
char *ion_import_group_describe (const IonImportGroup *self);

G_END_DECLS
