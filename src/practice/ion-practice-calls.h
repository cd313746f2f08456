/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-practice-book.h"
#include "ion-practice-faults.h"
#include "ion-practice-letter.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* One request, taken apart. */
typedef struct
{
  IonPracticeCall call;
  char fiscal_code[64]; /* of the path; empty = none */
  char id[64];          /* of the path; empty = none */
  gboolean known;       /* whether the platform has such an address */
} IonPracticeRoute;

/* Who asks. */
typedef struct
{
  guint32 service;
  gboolean scope; /* whether the key may use the messages API at all */
  IonPracticeRights rights;
} IonPracticeSender;

/* @path: below the base path */
void ion_practice_route (IonPracticeRoute *self, const char *method, const char *path);

/* Returns: whether the gateway knows the key */
gboolean ion_practice_sender_read (IonPracticeSender *self, const char *key);

/* Answers a request that nothing went wrong with. Returns: whether a message was taken */
gboolean ion_practice_answer (SoupServerMessage *message,
                              const IonPracticeRoute *route,
                              const IonPracticeSender *sender,
                              IonPracticeBook *book);

G_END_DECLS
