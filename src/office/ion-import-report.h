/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-import-group.h"
#include "ion-recipient-check.h"

G_BEGIN_DECLS

/* So many errors, and as many warnings, are kept with their texts; the counts and the groups go on.
 */
#define ION_IMPORT_ISSUES_MAX 10000

/* One column of the file. */
typedef struct
{
  char *column;        /* (owned): as the file names it */
  char *field;         /* (owned) (nullable): %NULL where it is not used, and so never stored */
  IonMappingWord word; /* on whose word it is that field's */
  char *sample;        /* (owned) (nullable): the first cell that is not empty, for the window */
} IonImportColumn;

/**
 * IonImportReport:
 *
 * What a file of recipients is, row by row and as a whole.
 */
typedef struct
{
  char *format;      /* (owned): "csv" */
  char *encoding;    /* (owned) (nullable) */
  char separator;    /* 0 = none */
  char *sheet;       /* (owned) (nullable) */
  gint64 header_row; /* as the spreadsheet shows it; 0 = none */
  char *file_print;  /* (owned) (nullable): tells whether a file is still the same, nothing more */
  gint64 rows;
  gint64 valid; /* that would be sent: duplicates not counted */
  gint64 invalid;
  gint64 duplicates;
  gint64 held;              /* of the valid ones: they have a message with the same notice number */
  gboolean leaves_held_out; /* a campaign is made without them */
  gint64 errors;            /* of cells; as many in @issues, up to the bound */
  gint64 warnings;          /* likewise */
  GPtrArray *columns;       /* (owned) (element-type IonImportColumn) */
  GPtrArray *issues; /* (owned) (element-type IonIssue): errors and warnings, in the file's order */
  gboolean is_truncated; /* more than @issues holds were found */
  GPtrArray *groups; /* (owned) (element-type IonImportGroup): all issues, by kind, as they came */
  gboolean keeps_first;     /* the person wants duplicates left out */
  GPtrArray *doubts;        /* (owned) (element-type IonDoubt) */
  IonCampaignTotals totals; /* over the valid rows */
} IonImportReport;

IonImportReport *ion_import_report_new (void);
void ion_import_report_free (IonImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonImportReport, ion_import_report_free)

/* @issue: (transfer full) */
void ion_import_report_take_issue (IonImportReport *self, IonIssue *issue);
/* What is known of a row only at the end comes to its place. */
void ion_import_report_sort (IonImportReport *self);
void ion_import_report_add_doubt (IonImportReport *self,
                                  const char *code,
                                  gint64 rows,
                                  const char *message);

/* How many issues stand under @heading, of how many kinds */
gint64
ion_import_report_count (const IonImportReport *self, IonImportHeading heading, guint *kinds);
/* Returns: whether something must be mended or decided before a campaign can be made of it */
gboolean ion_import_report_waits (const IonImportReport *self);
/* Returns: (transfer full): one sentence: how many ready, duplicate, to mend; the total */
char *ion_import_report_summarize (const IonImportReport *self);

G_END_DECLS
