/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IonPractice:
 *
 * The simulated IO platform: an HTTP server on loopback with the real one's checks, limits, headers
 * and error bodies, which keeps its own book of what it was given. For training, demonstrations and
 * tests.
 */
#define ION_TYPE_PRACTICE (ion_practice_get_type ())
G_DECLARE_FINAL_TYPE (IonPractice, ion_practice, ION, PRACTICE, GObject)

typedef struct
{
  guint port;       /* 0 = any free one */
  int rate_calls;   /* 150; 0 = no limit */
  int rate_seconds; /* 5 */
  int latency_min_ms;
  int latency_max_ms;
  guint seed;
  const char *book;     /* (nullable): file that the book is appended to, line by line, before the
                           answer leaves */
  const char *book_key; /* (nullable): nobody stands in the book but as a hash under it */
  const char *const *faults; /* (nullable) (array zero-terminated=1): "KIND=SHARE", see
                                ion_practice_list_faults() */
} IonPracticeOptions;

/* Runs in the thread-default main context of the caller until ion_practice_stop(). Listens on
 * 127.0.0.1 only. */
IonPractice *ion_practice_new (const IonPracticeOptions *options, GError **error);
const char *ion_practice_get_url (IonPractice *self); /* "http://127.0.0.1:PORT/api/v1" */
void ion_practice_stop (IonPractice *self);
/* (transfer none) (array zero-terminated=1): the kinds of faults with a word each */
const char *const *ion_practice_list_faults (void);

/* The book, for tests and figures. */
typedef struct
{
  gint64 calls, profiles, messages, statuses, throttled;
  gint64 first_call, last_call; /* monotonic microseconds */
  gint64 persons_twice;         /* people (and notice) that were accepted more than once */
} IonPracticeFigures;
void ion_practice_get_figures (IonPractice *self, IonPracticeFigures *figures);

G_END_DECLS
