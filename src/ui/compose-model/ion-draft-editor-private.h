/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"
#include "ion-renderer.h"

G_BEGIN_DECLS

/* The four sides of the editor (saving, checking, sampling, preparing), each in a file of its own.
 */

typedef enum
{
  ION_DRAFT_MESSAGE_CHANGED,
  ION_DRAFT_SOURCE_CHANGED,
  ION_DRAFT_CHECKED,
  ION_DRAFT_PROGRESS,
  ION_DRAFT_SAMPLED,
  ION_DRAFT_SHOWN_CHANGED,
  ION_DRAFT_PREPARED,
  ION_DRAFT_PLAN_CHANGED,
  ION_DRAFT_SAVED,
  ION_DRAFT_SAVING,
  ION_DRAFT_SAVE_FAILED,
  ION_DRAFT_N_SIGNALS,
} IonDraftSignal;

/* Whether a work that reads a whole list runs, waits to begin, or what became of it. */
typedef struct
{
  GCancellable *cancellable; /* (owned) (nullable): of the one that runs */
  guint timer;               /* 0 = none waits */
  guint turn;                /* of the last that began: what an older one says is not heard */
  GError *error;             /* (owned) (nullable) */
} IonDraftWork;

struct _IonDraftEditor
{
  GObject parent_instance;

  IonDesk *desk;   /* (owned) */
  IonDraft *draft; /* (owned) */

  /* saving */
  guint save_timer;
  guint slow_timer; /* a save is told of that does not come to its end */
  gboolean is_dirty;
  gboolean is_saving;
  gboolean is_closed;
  gboolean is_discarded;
  gboolean is_telling; /* that it was saved: nothing to be looked for */

  /* checking */
  IonDraftWork check;
  IonImportReport *report; /* (owned) (nullable) */
  double fraction;

  /* sampling */
  IonDraftWork sampling;
  IonDraftSample *sample; /* (owned) (nullable) */
  IonRenderer *renderer;  /* (owned) (nullable): of the draft's template */

  /* what is shown */
  guint shown;
  char *language;       /* (owned) (nullable) */
  IonDraftRow *far_row; /* (owned) (nullable): one that is not in the sample */
  IonDraftWork fetching;

  /* preparing */
  IonDraftWork preparing;
  gboolean wants_prepare; /* as soon as it is saved */
  gboolean is_prepared;
  gboolean has_lost_reach; /* IO had been asked about the campaign that this one replaced */
};

void ion_draft_editor_emit (IonDraftEditor *self, IonDraftSignal signal);
void ion_draft_editor_emit_failed (IonDraftEditor *self, const char *sentence);

/* Stops what runs and what waits. */
void ion_draft_work_stop (IonDraftWork *work);
/* Begins another turn: what runs is cancelled, a new cancellable is there. */
guint ion_draft_work_begin (IonDraftWork *work);
/* Returns: whether the answer of @turn is the one that is waited for; it is then over. */
gboolean ion_draft_work_end (IonDraftWork *work, guint turn);

/* What goes into the thread with a copy of the draft and comes back to an editor that may be gone.
 */
typedef struct
{
  GWeakRef editor;
  IonDraft *draft; /* (owned) */
  guint turn;
} IonDraftTicket;

IonDraftTicket *ion_draft_ticket_new (IonDraftEditor *editor, guint turn);
IonDraftTicket *ion_draft_ticket_ref (IonDraftTicket *self);
void ion_draft_ticket_unref (gpointer ticket);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDraftTicket, ion_draft_ticket_unref)

/* saving */
void ion_draft_editor_mark_dirty (IonDraftEditor *self);
void ion_draft_editor_save_at_end (IonDraftEditor *self);
/* Looks whether somebody was forgotten in what is kept of the draft. */
void ion_draft_editor_forget_again (IonDraftEditor *self);
/* Where somebody was, they are forgotten here too, and the people are read again. */
void ion_draft_editor_take_forgotten (IonDraftEditor *self, const IonDraft *kept);

/* checking: @delay in milliseconds */
void ion_draft_editor_check_later (IonDraftEditor *self, guint delay);
/* @report: (transfer full) (nullable) */
void ion_draft_editor_take_report (IonDraftEditor *self, IonImportReport *report);

/* sampling */
void ion_draft_editor_sample_again (IonDraftEditor *self);
void ion_draft_editor_forget_renderer (IonDraftEditor *self);

/* showing: (nullable) */
const IonDraftRow *ion_draft_editor_find_shown (IonDraftEditor *self);
void ion_draft_editor_forget_far (IonDraftEditor *self);

/* preparing */
void ion_draft_editor_begin_prepare (IonDraftEditor *self);
/* It waited for a save, which failed. */
void ion_draft_editor_fail_prepare (IonDraftEditor *self, const GError *error);
void ion_draft_editor_outdate (IonDraftEditor *self);

G_END_DECLS
