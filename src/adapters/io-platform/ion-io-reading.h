/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-answer.h"
#include "ion-io-answer.h"
#include "ion-io-json.h"

G_BEGIN_DECLS

/* A reply whose body has been read, where it could be. */
typedef struct
{
  const IonIoReply *reply;
  JsonParser *parser;
  JsonObject *object; /* (nullable) */
  gboolean problem;   /* problem+json, and readable */
  char *title;        /* (owned) (nullable) */
} IonIoReading;

void ion_io_reading_init (IonIoReading *self, const IonIoReply *reply);
void ion_io_reading_clear (IonIoReading *self);

/* (transfer full): with the title in its code, which is what equal answers are grouped by */
IonAnswer *ion_io_reading_answer_problem (IonIoReading *self, IonAnswerKind kind);
/* (transfer full): with nothing but the status in its code */
IonAnswer *ion_io_reading_answer_plain (const IonIoReading *self, IonAnswerKind kind);
/* (transfer full): to a good status with a body that is not the contract's */
IonAnswer *ion_io_reading_answer_stranger (const IonIoReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonIoReading, ion_io_reading_clear)

G_END_DECLS
