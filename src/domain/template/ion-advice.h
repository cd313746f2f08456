/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template.h"

G_BEGIN_DECLS

/* What is known beside the template. Lengths are UTF-16 units of merged rows, 0 = not known. */
typedef struct
{
  const char *office_name; /* (nullable) */
  gsize longest_subject, shortest_subject;
  gsize longest_text, shortest_text;
} IonAdviceFacts;

/* One thing that could be better. */
typedef struct
{
  const char *code;    /* stable: "payment-without-due-date" */
  const char *message; /* translated: what it is */
  const char *reason;  /* translated: why it matters */
  const char *mend;    /* (nullable): translated: what one click does; %NULL where only a person
                          can */
  gboolean is_fault;   /* the platform would not take it: cannot be put aside */
} IonAdvice;

/**
 * ion_advice_list:
 * @text: the language of @template_ that is being written
 *
 * Looks at a message as a good colleague would. Nothing here stops anybody: the limits are checked
 * where a message is made.
 *
 * Returns: (transfer full) (element-type IonAdvice): in the order of the message
 */
GPtrArray *ion_advice_list (const IonTemplate *template_,
                            const IonTemplateText *text,
                            const IonAdviceFacts *facts);

/**
 * ion_advice_mend:
 * @code: of an advice that says what one click does
 *
 * Returns: whether something was changed
 */
gboolean ion_advice_mend (const char *code, IonTemplate *template_, IonTemplateText *text);

G_END_DECLS
