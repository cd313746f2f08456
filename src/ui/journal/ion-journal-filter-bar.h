/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-journal-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonJournalFilterBar:
 *
 * What of the journal is wanted: words, kind of operation, person, time.
 *
 * Signal: "changed" ().
 */
#define ION_TYPE_JOURNAL_FILTER_BAR (ion_journal_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (IonJournalFilterBar,
                      ion_journal_filter_bar,
                      ION,
                      JOURNAL_FILTER_BAR,
                      GtkWidget)

/* The wish as it is now, on its own: for a worker. */
typedef struct
{
  IonJournalFilter filter;
  char *who;            /* (owned) (nullable) */
  char *text;           /* (owned) (nullable) */
  const char **actions; /* (owned) (nullable): the container */
} IonJournalWish;

IonJournalWish *ion_journal_filter_bar_get_wish (IonJournalFilterBar *self);
void ion_journal_wish_free (IonJournalWish *self);
/* @people: (nullable): asked again as often as wanted; the choice stays. */
void ion_journal_filter_bar_set_people (IonJournalFilterBar *self, const char *const *people);
/* Whether everything is wanted. */
gboolean ion_journal_filter_bar_is_open (IonJournalFilterBar *self);
void ion_journal_filter_bar_clear (IonJournalFilterBar *self);
void ion_journal_filter_bar_focus_search (IonJournalFilterBar *self);

G_END_DECLS
