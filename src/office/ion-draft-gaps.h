/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-send-facts.h"

G_BEGIN_DECLS

/* Where something is put right. */
typedef enum
{
  ION_DRAFT_PLACE_MESSAGE,
  ION_DRAFT_PLACE_RECIPIENTS,
  ION_DRAFT_PLACE_CHECK,
  ION_DRAFT_PLACE_SEND,
  ION_DRAFT_PLACE_SERVICE, /* the page of the draft's service */
} IonDraftPlace;

/* Something for which the campaign cannot be sent yet. */
typedef struct
{
  IonDraftPlace place;
  gboolean is_wrong; /* rather than only still to be done */
  char *sentence;    /* (owned) */
} IonDraftGap;

void ion_draft_gap_free (IonDraftGap *self);

/**
 * ion_draft_list_gaps:
 * @prepare_error: (nullable): why no campaign could be prepared
 * @facts: (nullable): of the campaign prepared; %NULL while they are not known
 * @now: UTC seconds
 *
 * Returns: (transfer full) (element-type IonDraftGap): empty where it can be sent
 */
GPtrArray *ion_draft_list_gaps (const IonDraft *draft,
                                const GError *prepare_error,
                                const IonSendFacts *facts,
                                gint64 now);

/* Whether there is a message to make a campaign of. @error: what is to be chosen or written first;
 * it is one of the message. */
gboolean ion_draft_check_written (const IonDraft *draft, GError **error);

/* Whose part an error of preparing is. */
IonDraftPlace ion_draft_place_of_error (const GError *error);

/* How a figure that the person typed compares with the campaign's. */
typedef enum
{
  ION_FIGURE_UNSAID,
  ION_FIGURE_DIFFERS,
  ION_FIGURE_FITS,
} IonFigure;

IonFigure ion_draft_compare_people (const IonDraft *draft, const IonSendFacts *facts);
IonFigure ion_draft_compare_total (const IonDraft *draft, const IonSendFacts *facts);
/* Whether the total is asked for: there is one. */
gboolean ion_draft_asks_total (const IonDraft *draft, const IonSendFacts *facts);
/* Whether all that the number of people asks for was said. */
gboolean ion_draft_figures_fit (const IonDraft *draft, const IonSendFacts *facts);

G_END_DECLS
