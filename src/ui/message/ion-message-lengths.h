/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-advice.h"
#include "ion-draft-editor.h"

G_BEGIN_DECLS

/* How long a title and a text are: of the row on the phone, and of the longest and shortest. The
 * latter are known when the people were read; meanwhile what was typed since is added to them. */
typedef struct
{
  gsize subject, text; /* UTF-16 units; 0 = not known */
  gssize subject_typed, text_typed;
  char language[3]; /* in which that was typed; "" = the main text */
} IonMessageLengths;

/* Something was typed. */
void ion_message_lengths_type (IonMessageLengths *self,
                               IonDraftEditor *editor,
                               const IonTemplateText *text);
/* Another row is shown, or another language. */
void ion_message_lengths_measure (IonMessageLengths *self,
                                  IonDraftEditor *editor,
                                  const IonTemplateText *text);
/* The people were read again. */
void ion_message_lengths_sampled (IonMessageLengths *self,
                                  IonDraftEditor *editor,
                                  const IonTemplateText *text);
void ion_message_lengths_get_facts (const IonMessageLengths *self,
                                    IonDraftEditor *editor,
                                    IonAdviceFacts *facts);

/* "18 of 120, the longest 31". Returns: (transfer full) */
char *ion_message_lengths_describe (gsize length, gsize longest, gsize limit);

G_END_DECLS
