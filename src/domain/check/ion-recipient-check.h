/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-campaign-state.h"
#include "ion-fields.h"
#include "ion-mapping.h"
#include "ion-renderer.h"

G_BEGIN_DECLS

/* One thing to say about a cell or a row. */
typedef struct
{
  gint64 row;    /* as the spreadsheet shows it */
  char *column;  /* (owned) (nullable): as the file names it */
  char *code;    /* (owned): "amount-unreadable" */
  char *message; /* (owned): for the person; never holds a whole fiscal code */
  gboolean is_warning;
  char *proposal; /* (owned) (nullable): what the cell would be if the guess is right */
  char *value; /* (owned) (nullable): what stands in the cell, where it is one cell that is wrong.
                  Both may be a whole fiscal code: for the person's own eyes and file, never for a
                  log or a reason */
} IonIssue;

IonIssue *ion_issue_new (gint64 row,
                         const char *column,
                         const char *code,
                         const char *message,
                         gboolean is_warning);
IonIssue *ion_issue_new_with_proposal (gint64 row,
                                       const char *column,
                                       const char *code,
                                       const char *message,
                                       gboolean is_warning,
                                       const char *proposal);
void ion_issue_free (IonIssue *self);

/* One thing that is odd about the whole file: sending needs it to be accepted by name. */
typedef struct
{
  char *code; /* (owned): "names-do-not-match" */
  gint64 rows;
  char *message; /* (owned) */
} IonDoubt;

/* A row that could become a delivery. */
typedef struct
{
  gint64 row;
  char fiscal_code[ION_FISCAL_CODE_LENGTH + 1]; /* empty where it cannot be read */
  IonFields *fields;   /* (owned): mapped columns only, canonical where a format is known */
  char *distinct;      /* (owned) (nullable): value of the template's distinct_by field */
  char *notice_number; /* (owned) (nullable): canonical */
  gint64 amount;       /* cents; 0 = none */
  gint64 due_date;     /* UTC seconds; 0 = none */
  gboolean is_valid;
  gboolean is_duplicate; /* valid, but the same person (and distinct value) came before, in
                            @duplicate_of */
  gint64 duplicate_of;
} IonRecipient;

void ion_recipient_free (IonRecipient *self);

/**
 * IonRecipientCheck:
 *
 * Reads rows one after the other, says what is wrong with each and, at the end, with the file as a
 * whole. Holds no person's data but fixed-size fingerprints (keyed hashes are the caller's
 * business: it uses a private random-free hash of its own, only in memory).
 */
typedef struct _IonRecipientCheck IonRecipientCheck;

/**
 * ion_recipient_check_new:
 * @template: (nullable): without one only the fiscal codes are checked, and values by their
 * column's name
 * @now: UTC seconds
 */
IonRecipientCheck *ion_recipient_check_new (const IonTemplate *template_,
                                            const IonMapping *mapping,
                                            const char *const *header,
                                            gsize n_columns,
                                            gint64 now,
                                            GError **error);
void
ion_recipient_check_set_constant (IonRecipientCheck *self, const char *field, const char *value);
void ion_recipient_check_free (IonRecipientCheck *self);

/**
 * ion_recipient_check_row:
 * @cells: (array length=n_cells): as read
 * @issues: (element-type IonIssue): what is wrong or odd is appended; an error that is already
 * there about this row (the reader's) makes the row not valid
 *
 * Returns: (transfer full): never %NULL: a row that is not valid still is a row
 */
IonRecipient *ion_recipient_check_row (IonRecipientCheck *self,
                                       gint64 row,
                                       const char *const *cells,
                                       gsize n_cells,
                                       GPtrArray *issues);

/**
 * ion_recipient_check_take_late_issues:
 *
 * What can be said about single rows only when all of them are known: to be asked once, after the
 * last row.
 *
 * Returns: (transfer full) (element-type IonIssue): warnings, in the order of their rows; bounded
 *   to some hundreds of each kind
 */
GPtrArray *ion_recipient_check_take_late_issues (IonRecipientCheck *self);

/* Returns: (transfer full) (element-type IonDoubt): about the whole file, after the last row */
GPtrArray *ion_recipient_check_get_doubts (IonRecipientCheck *self);
void ion_recipient_check_get_totals (IonRecipientCheck *self, IonCampaignTotals *totals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRecipient, ion_recipient_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRecipientCheck, ion_recipient_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonIssue, ion_issue_free)

G_END_DECLS
