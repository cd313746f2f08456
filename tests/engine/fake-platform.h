/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-platform.h"
#include "ion-verdict.h"

G_BEGIN_DECLS

/**
 * FakePlatform:
 *
 * An #IonPlatform without a network, that does as a test says: which answer, after how long. Keeps
 * a book of the messages that it took, in memory and, where one is given, in a file that outlives a
 * process that is killed.
 */
#define FAKE_TYPE_PLATFORM (fake_platform_get_type ())
G_DECLARE_FINAL_TYPE (FakePlatform, fake_platform, FAKE, PLATFORM, GObject)

/* One call, as the script sees it. */
typedef struct
{
  IonCall call;
  const char *fiscal_code;
  const char *message_id;    /* (nullable): of a status call */
  const IonMessage *message; /* (nullable): of a submission */
  guint number;              /* of the calls of this kind, from 0 */
} FakeCall;

/* Returns: (transfer full) (nullable): the answer; %NULL = the good one. An answer of kind
 * ACCEPTED, ACCEPTED_NO_ID or UNCLEAR to a submission means that the message was taken. */
typedef IonAnswer *(*FakeScript) (const FakeCall *call, gpointer user_data);

FakePlatform *fake_platform_new (void);
void fake_platform_set_script (FakePlatform *self, FakeScript script, gpointer user_data);
/* Each half of a call takes between @from and @to milliseconds; 0 = at once. */
void fake_platform_set_delay (FakePlatform *self, guint from, guint to, guint32 seed);
/* Appends one line a message: its fiscal code. */
void fake_platform_set_book_file (FakePlatform *self, int fd);

guint fake_platform_count_calls (FakePlatform *self, IonCall call);
guint fake_platform_count_messages (FakePlatform *self);
guint fake_platform_count_messages_to (FakePlatform *self, const char *fiscal_code);
/* The most messages that one person got. */
guint fake_platform_get_most_to_one (FakePlatform *self);
/* Answers not given yet. */
guint fake_platform_get_open (FakePlatform *self);
guint fake_platform_get_most_open (FakePlatform *self);
/* (element-type gint64): when each call left, boot time, in order */
GArray *fake_platform_get_departures (FakePlatform *self);

G_END_DECLS
