/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-practice-letter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ION_PRACTICE_ID_LENGTH   26
#define ION_PRACTICE_NAME_LENGTH 32

/* A message that was taken. */
typedef struct
{
  char id[ION_PRACTICE_ID_LENGTH + 1];
  char person[ION_PRACTICE_NAME_LENGTH + 1]; /* the fiscal code, or its hash under the key */
  gint64 time;                               /* milliseconds since 1970 */
  guint32 service;                           /* ion_practice_hash() of the sender's key */
  gboolean advanced;
  gboolean payment;
} IonPracticeEntry;

/**
 * IonPracticeBook:
 *
 * What the practice platform took, one line of JSON a message: what a program claims to have sent
 * is compared with it. Several processes may append to one file.
 */
typedef struct _IonPracticeBook IonPracticeBook;

/**
 * ion_practice_book_new:
 * @path: (nullable): %NULL keeps it in memory only. What is there already is read when it is asked
 *   for: a long book must not delay a short job
 * @key: (nullable): people, notice numbers and subjects then stand in the book only as hashes
 *   under it, for a book that lies in an office's folder
 */
IonPracticeBook *ion_practice_book_new (const char *path, const char *key, GError **error);
void ion_practice_book_free (IonPracticeBook *self);

/**
 * ion_practice_book_add:
 * @time: milliseconds since 1970
 *
 * Returns: (nullable): the entry, written down; %NULL where it could not be (a full disk)
 */
const IonPracticeEntry *ion_practice_book_add (IonPracticeBook *self,
                                               const IonPracticeLetter *letter,
                                               guint32 service,
                                               gint64 time);
/* Returns: (nullable): the message of this id, if it went to this person */
const IonPracticeEntry *
ion_practice_book_find (IonPracticeBook *self, const char *id, const char *fiscal_code);

/* How many messages went to a person that had the same one (notice, or subject) before. */
gint64 ion_practice_book_get_twice (IonPracticeBook *self);
void ion_practice_book_forget_twice (IonPracticeBook *self);

/* "2026-12-01T09:30:00.123Z" */
void ion_practice_format_time (gint64 time, char out[32]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPracticeBook, ion_practice_book_free)

G_END_DECLS
