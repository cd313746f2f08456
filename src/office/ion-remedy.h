/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"
#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* What is to be put right, in the platform's own forms. */
typedef enum
{
  ION_REMEDY_WRONG_TEXT,   /* "Errata corrige: ...": the message said something wrong */
  ION_REMEDY_WRONG_PEOPLE, /* "Messaggio inviato per errore": it was not for them */
} IonRemedyKind;

/* A correction that is there already. */
typedef struct
{
  char *id; /* (owned) */
  char *name;
  gboolean is_draft; /* else a campaign */
} IonRemedyMade;

/**
 * IonRemedy:
 *
 * A campaign in which a mistake was found: who has it by now.
 */
typedef struct
{
  IonCampaign *campaign; /* (owned) */
  gint64 have_it;        /* delivered: that stands */
  gint64 taken;          /* accepted by IO, to be verified: told like those who have it */
  gint64 may_have_it;    /* the outcome is unknown, or not known yet */
  gint64 not_sent;       /* pending: they get it if the sending goes on */
  gint64 others;         /* never got it: not on IO, refused, left out ... */
  gboolean still_sends;  /* or will, by itself */
  gboolean has_notices;  /* payment notices went out with it */
  GPtrArray *made;       /* (owned) (element-type IonRemedyMade): newest first */
} IonRemedy;

void ion_remedy_made_free (IonRemedyMade *self);
void ion_remedy_free (IonRemedy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRemedy, ion_remedy_free)

IonRemedy *ion_office_look_for_remedy (IonOffice *office, const char *campaign, GError **error);
/* Pauses what still sends or is to begin by itself; nothing more leaves after it. TRUE also where
 * there is nothing to pause. */
gboolean ion_office_hold_for_remedy (IonOffice *office, const char *campaign, GError **error);

/**
 * ion_office_export_notices:
 * @file: CSV: row, notice number, amount, state: nothing that names a person
 *
 * The notice numbers that have left, or may have: for whoever cancels the debt positions.
 * Journalled. Runs long: call it from a worker thread.
 *
 * Returns: how many, or -1
 */
gint64 ion_office_export_notices (IonOffice *office,
                                  const char *campaign,
                                  const char *file,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * ion_office_make_correction:
 * @words: (nullable): what is right, in the office's words (Markdown); for WRONG_TEXT
 * @is_uncertain: for those of whom nobody knows whether they got it, and only for them
 *
 * A draft of the correction, addressed to those who got the campaign, saved. Runs long: the title
 * is measured on everybody, to stay within what the platform takes.
 *
 * Returns: (transfer full): the draft
 */
IonDraft *ion_office_make_correction (IonOffice *office,
                                      const char *campaign,
                                      IonRemedyKind kind,
                                      const char *words,
                                      gboolean is_uncertain,
                                      GCancellable *cancellable,
                                      GError **error);
/* A draft like the campaign, for a corrected list; saved. */
IonDraft *ion_office_make_new_list (IonOffice *office, const char *campaign, GError **error);

G_END_DECLS
