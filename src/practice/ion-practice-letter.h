/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

/* What a service's key allows. */
typedef struct
{
  gint64 amount_max; /* cents; 0 refuses every payment, as a new service does */
  gboolean premium;  /* may send ADVANCED messages */
  gboolean payee;    /* may name another payee */
} IonPracticeRights;

/* Why a message is not taken. */
typedef struct
{
  guint status;
  const char *title;
  char *detail; /* (owned) */
} IonPracticeProblem;

/**
 * IonPracticeLetter:
 *
 * What the platform keeps of a message that it took.
 */
typedef struct
{
  char fiscal_code[ION_FISCAL_CODE_LENGTH + 1];
  char notice_number[ION_NOTICE_NUMBER_LENGTH + 1]; /* empty = no payment */
  char *subject;                                    /* (owned) */
  gboolean advanced;
} IonPracticeLetter;

/**
 * ion_practice_letter_read:
 * @self: (out caller-allocates): to be cleared where this returned %TRUE
 * @body: the request's JSON
 * @fiscal_code: (nullable): the code in the path
 * @problem: (out caller-allocates): set where this returned %FALSE
 *
 * Applies the contract's checks in the platform's order.
 */
gboolean ion_practice_letter_read (IonPracticeLetter *self,
                                   const char *body,
                                   gsize length,
                                   const char *fiscal_code,
                                   const IonPracticeRights *rights,
                                   IonPracticeProblem *problem);
void ion_practice_letter_clear (IonPracticeLetter *self);

G_END_DECLS
