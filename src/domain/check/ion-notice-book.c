/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two questions about a row with one table: is this notice of this person there already, and is the
 * person? Where a person may have several notices their entries stand side by side, since the key
 * begins with the person: 58 bits of it, and 38 of what tells notices apart. In a file of a million
 * different people two are taken for one with odds of one to half a million; of a million pairs of
 * notices of the same people two are taken for one with odds of one to a quarter of a million.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-notice-book.h"

#include "ion-print-map.h"

#define PERSON_BITS 58
/* The notices of one person that stand side by side; an office's own code may stand in every row,
 * and looking through so many would take for ever: more are kept apart. */
#define TOGETHER_MAX 32

struct _IonNoticeBook
{
  IonPrintMap *map; /* (owned) */
  gboolean has_several;
};

IonNoticeBook *
ion_notice_book_new (gboolean has_several)
{
  IonNoticeBook *self = g_new0 (IonNoticeBook, 1);

  self->map = ion_print_map_new ();
  self->has_several = has_several;
  return self;
}

void
ion_notice_book_free (IonNoticeBook *self)
{
  if (self == NULL)
    return;
  ion_print_map_free (self->map);
  g_free (self);
}

/* Says that @person will be added soon. */
void
ion_notice_book_prefetch (const IonNoticeBook *self, const guint64 person[2])
{
  ion_print_map_prefetch (self->map, person[0]);
}

/**
 * ion_notice_book_add:
 * @self: a book
 * @person: fingerprint of a person
 * @notice: fingerprint of what tells this person's notices apart; not looked at where each has one
 * @row: where they stand
 * @is_new_person: (out): whether the person was not there before
 *
 * Returns: the row where the same notice of the same person stands; 0 where there was none, and
 *   there is one now
 */
gint64
ion_notice_book_add (IonNoticeBook *self,
                     const guint64 person[2],
                     const guint64 notice[2],
                     gint64 row,
                     gboolean *is_new_person)
{
  const IonPrintSlot *before;
  guint64 key = person[0];
  guint32 mark = (guint32) person[1];
  guint n_before = 0;

  if (self->has_several)
    {
      const guint64 rest = (G_GUINT64_CONSTANT (1) << (64 - PERSON_BITS)) - 1;

      n_before = ion_print_map_count_alike (self->map, key, PERSON_BITS, TOGETHER_MAX);
      key = (key & ~rest) | (notice[0] & rest);
      mark = (guint32) notice[1];
      if (n_before == TOGETHER_MAX)
        {
          before = ion_print_map_find (self->map, key, mark);
          if (before != NULL)
            {
              *is_new_person = FALSE;
              return before->row;
            }
          key = person[0] ^ person[1] ^ notice[0];
        }
    }
  before = ion_print_map_add (self->map, key, mark, (guint32) row, TRUE);
  *is_new_person = n_before == 0 && before == NULL;
  return before != NULL ? before->row : 0;
}
