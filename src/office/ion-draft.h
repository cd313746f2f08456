/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"

G_BEGIN_DECLS

/* More than was pasted by hand is a file. */
#define ION_DRAFT_ROWS_MAX 20000

/* Where the people of a draft come from. */
typedef enum
{
  ION_DRAFT_SOURCE_NONE,
  ION_DRAFT_SOURCE_FILE,     /* a file of the office's, read where it lies */
  ION_DRAFT_SOURCE_ROWS,     /* pasted, or one person typed: kept in the draft */
  ION_DRAFT_SOURCE_CAMPAIGN, /* people of an earlier campaign, by state */
} IonDraftSource;

/* When and how it leaves. */
typedef enum
{
  ION_DRAFT_SEND_NOW,
  ION_DRAFT_SEND_AT,       /* at @send_at */
  ION_DRAFT_SEND_IN_HOURS, /* now, but within the office's sending hours */
} IonDraftWhen;

typedef enum
{
  ION_DRAFT_ANSWER_NONE,
  ION_DRAFT_ANSWER_YES,
  ION_DRAFT_ANSWER_NO,
} IonDraftAnswer;

/* One cell mended in place: what stands in the file is left alone. */
typedef struct
{
  gint64 row;
  char *column; /* (owned): as the file names it */
  char *value;  /* (owned) */
} IonDraftMend;

/**
 * IonDraft:
 *
 * A campaign being made, in any order, with whatever is still missing: saved as it is typed and
 * sealed as a whole, since a title may name a person and rows may have been pasted.
 */
typedef struct
{
  char *id;         /* (owned): short, unique, URL-safe; "" until first saved */
  char *name;       /* (owned): of the campaign to be; "" = template and day */
  char *service_id; /* (owned) (nullable) */

  IonTemplate *template_; /* (owned): text and all; the template's name may be that of a starter */

  IonDraftSource source;
  char *path;            /* (owned) (nullable): FILE */
  char *sheet;           /* (owned) (nullable) */
  char *encoding;        /* (owned) (nullable): only what the person chose */
  char separator;        /* 0 = recognise */
  gint64 header_row;     /* 0 = recognise; %ION_TABLE_NO_HEADER; else its number */
  char *rows;            /* (owned) (nullable): ROWS: a table as text, header first */
  char *from_campaign;   /* (owned) (nullable): CAMPAIGN: id */
  guint from_states;     /* mask of 1 << IonDeliveryState; 0 = those reached */
  GStrv map;             /* (owned) (nullable): "FIELD=COLUMN": what the person said */
  GStrv constants;       /* (owned) (nullable): "FIELD=VALUE" */
  GPtrArray *mends;      /* (owned) (element-type IonDraftMend) */
  char *mended_file;     /* (owned) (nullable): the print of the file that @mends are about */
  gint64 forgotten;      /* how often somebody was forgotten in it */
  gboolean keep_first;   /* duplicates are left out */
  gboolean valid_only;   /* rows with errors are left out, and stay on the campaign's page */
  gboolean include_held; /* also people who hold a message with the same notice number */
  GStrv accepted_doubts; /* (owned) (nullable): codes */

  GStrv dismissed_advice; /* (owned) (nullable): codes of advice that the person put aside */

  char *purpose;                  /* (owned) (nullable): "who is this for?" */
  IonDraftAnswer positions_exist; /* payment: the debt positions exist */
  IonDraftAnswer supplier_writes; /* payment: the supplier writes to citizens too */
  gint64 expected_people;         /* typed by the person; -1 = not yet */
  gint64 expected_total;          /* cents; -1 = not yet */

  IonDraftWhen when;
  gint64 send_at; /* UTC seconds */
  gint64 first;   /* so many, then it waits for a word; -1 = all */
  gint64 daily;   /* so many a day; 0 = the office's own ceiling only */
  gboolean reach_first;

  char *follows_id;  /* (owned) (nullable): the campaign that it puts right */
  char *campaign_id; /* (owned) (nullable): the READY campaign last prepared of it */
  gint64 created_at, saved_at;
} IonDraft;

/* Returns: (transfer full): the template as it would be in a draft */
IonTemplate *ion_draft_copy_template (const IonTemplate *template_);

IonDraft *ion_draft_new (const IonTemplate *template_);
IonDraft *ion_draft_copy (const IonDraft *self);
void ion_draft_free (IonDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDraft, ion_draft_free)

/* Replaces what was mended of that cell before; @value NULL takes it back. */
void ion_draft_mend (IonDraft *self, gint64 row, const char *column, const char *value);

/* What was mended is about the file that a check has just read; with nothing mended, about none. */
void ion_draft_note_mended_file (IonDraft *self, const IonImportReport *report);
/* Whether what was mended is about another file than the one that was checked. */
gboolean ion_draft_has_foreign_mends (const IonDraft *self, const IonImportReport *report);
/* Where somebody was forgotten in @kept since: its rows and mends take the place of those here.
 * Returns: whether they did */
gboolean ion_draft_take_forgotten (IonDraft *self, const IonDraft *kept);

/**
 * ion_office_save_draft:
 *
 * Who was forgotten in the draft since it was read stays so: @draft then gets the rows and mends
 * without them (see @forgotten). From any thread; durable when it returns. Gives a new draft its
 * id; one that was removed comes back under its own. Errors: %ION_STORE_ERROR_STATE once its
 * campaign has begun, so that nothing that comes late brings it back; %ION_OFFICE_ERROR_VALUE for
 * more than %ION_DRAFT_ROWS_MAX rows.
 */
gboolean ion_office_save_draft (IonOffice *office, IonDraft *draft, GError **error);
IonDraft *ion_office_get_draft (IonOffice *office, const char *id, GError **error);
/* (element-type IonDraft): last changed first */
GPtrArray *ion_office_list_drafts (IonOffice *office, GError **error);
/* With the campaign that was prepared of it, unless that has begun. */
gboolean ion_office_remove_draft (IonOffice *office, const char *id, GError **error);
/* Leaves no trace of the person in what was pasted and mended. */
gboolean ion_office_forget_in_drafts (IonOffice *office, const char *fiscal_code, GError **error);
/* A draft with the message, the service and the choices of a campaign, without its people. */
IonDraft *ion_office_draft_like (IonOffice *office, const char *campaign, GError **error);

/**
 * ion_draft_new_importer:
 *
 * An importer over the draft's people, with its mends, columns and constants: for a check, whose
 * report tells in @held how many hold a message with the same notice number. Whether the message is
 * long enough yet is not held against the rows. Errors: %ION_OFFICE_ERROR_NOTHING without a source;
 * %ION_TEMPLATE_ERROR where fields cannot be read; %ION_TABLE_ERROR; %ION_STORE_ERROR
 */
IonImporter *ion_draft_new_importer (const IonDraft *draft, IonOffice *office, GError **error);

/* The source with its mends, before its first row. Errors as above */
IonTable *ion_draft_open_table (const IonDraft *draft, IonOffice *office, GError **error);

/* How long a variant in another language becomes with the people's values; UTF-16 units. */
typedef struct
{
  char *language; /* (owned) */
  gsize longest_subject, longest_text, shortest_text;
} IonDraftLengths;

/* A few rows as they will be merged, and those at the edges: for the phone beside the editor. */
typedef struct
{
  GPtrArray *rows; /* (owned) (element-type IonDraftRow): the first hundred that are valid */
  gint64 longest_subject_row, longest_text_row, shortest_text_row; /* 0 = none */
  gsize longest_subject, longest_text, shortest_text;              /* UTF-16 units, as rendered */
  GPtrArray *variants; /* (owned) (element-type IonDraftLengths) */
  GPtrArray *odd_rows; /* (owned) (element-type IonDraftRow): unlike the others; at most ten */
} IonDraftSample;

typedef struct
{
  gint64 row;
  char *fiscal_code; /* (owned) */
  IonFields *fields; /* (owned) */
  char *why;         /* (owned) (nullable): what is odd about it: "the highest amount" */
} IonDraftRow;

void ion_draft_row_free (IonDraftRow *self);
void ion_draft_sample_free (IonDraftSample *self);
/* (nullable): of a variant that there was when the people were read */
const IonDraftLengths *ion_draft_sample_find_lengths (const IonDraftSample *self,
                                                      const char *language);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDraftSample, ion_draft_sample_free)

/* Runs as long as reading the source does: call it from a worker thread. */
IonDraftSample *ion_draft_sample (const IonDraft *draft,
                                  IonOffice *office,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * ion_office_prepare_draft:
 *
 * Makes the READY campaign of it, in place of the one prepared before, and notes its id in the
 * draft, all in one durable step. It is not sent, and not listed beside its draft. People who hold
 * a message with the same notice number are excluded, with that reason, unless @include_held; the
 * report tells in @held how many. Errors as ion_importer_create(); %ION_STORE_ERROR_STATE where the
 * draft was sent meanwhile. Runs long: call it from a worker thread.
 */
gboolean ion_office_prepare_draft (IonOffice *office,
                                   IonDraft *draft,
                                   IonImportReport **report,
                                   IonProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

/* After its campaign was started: the draft goes, the campaign stays. (Starting it has taken the
 * draft out of the ledger already.) %ION_STORE_ERROR_STATE where it was not started. */
gboolean ion_office_launch_draft (IonOffice *office, IonDraft *draft, GError **error);

G_END_DECLS
