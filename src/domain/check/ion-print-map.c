/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who was in the file before, remembered in sixteen bytes. The fingerprint is SipHash with a fixed
 * key: it lives only in memory, and only has to tell rows apart.
 *
 * A table with linear probing whose entries are kept in the order of their keys. The place that a
 * key would like to have grows with it, so nothing ever wraps around, and the table can grow in
 * place, by a little, from its end backwards: there are never two copies of it, and at a million
 * entries it takes no more than 22 MiB.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-print-map.h"

#include <string.h>

#define SIZE_AT_FIRST 1024
/* Behind the last place that a key may like, for those that found it taken. */
#define SPARE_AT_FIRST 64

struct _IonPrintMap
{
  IonPrintSlot *slots; /* (owned) (array length=total) */
  gsize total;
  guint size; /* the places that keys may like; the others are spare */
  guint n_used;
};

/* Random keys: the upper half, scaled, is a place. */
static inline guint
find_place (guint64 key, guint size)
{
  return (guint) (((key >> 32) * size) >> 32);
}

static void
set_total (IonPrintMap *self, gsize total)
{
  self->slots = g_renew (IonPrintSlot, self->slots, total);
  memset (self->slots + self->total, 0, (total - self->total) * sizeof *self->slots);
  self->total = total;
}

IonPrintMap *
ion_print_map_new (void)
{
  IonPrintMap *self = g_new0 (IonPrintMap, 1);

  self->size = SIZE_AT_FIRST;
  set_total (self, self->size + SPARE_AT_FIRST);
  return self;
}

void
ion_print_map_free (IonPrintMap *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/* Puts the entries where their keys now like to be: first all together at the end, then each from
 * the front, so that none ever moves onto one that is still to be read. Returns: FALSE where they
 * need more room at the end, with all of them still in order */
static gboolean
spread (IonPrintMap *self)
{
  gsize end = self->total;

  for (gsize i = self->total; i > 0; i--)
    {
      IonPrintSlot slot = self->slots[i - 1];

      self->slots[i - 1].row = 0;
      if (slot.row != 0)
        self->slots[--end] = slot;
    }
  for (gsize at = 0; end < self->total; end++, at++)
    {
      IonPrintSlot slot = self->slots[end];

      at = MAX (at, find_place (slot.key, self->size));
      if (at > end)
        return FALSE;
      self->slots[end].row = 0;
      self->slots[at] = slot;
    }
  /* The last one stays free: every search ends there. */
  return self->slots[self->total - 1].row == 0;
}

/* By a fifth, so that the table is never much larger than what is in it. */
static void
grow (IonPrintMap *self)
{
  gsize spare = self->total - self->size;

  self->size += self->size < 65536 ? self->size : self->size / 5;
  set_total (self, self->size + spare);
  while (!spread (self))
    set_total (self, self->total + SPARE_AT_FIRST);
}

/* Returns: the first entry whose key is not smaller, or the free place before it */
static IonPrintSlot *
find_first (const IonPrintMap *self, guint64 key)
{
  IonPrintSlot *slot = self->slots + find_place (key, self->size);

  while (slot->row != 0 && slot->key < key)
    slot++;
  return slot;
}

/* Makes room at @slot. Returns: FALSE where the table ends before there is any */
static gboolean
shift (IonPrintMap *self, IonPrintSlot *slot)
{
  IonPrintSlot *last = self->slots + self->total - 1;
  IonPrintSlot *free_slot = slot;

  while (free_slot->row != 0 && free_slot < last)
    free_slot++;
  if (free_slot == last)
    return FALSE;
  memmove (slot + 1, slot, (gsize) (free_slot - slot) * sizeof *slot);
  return TRUE;
}

/**
 * ion_print_map_add:
 * @self: a map
 * @key: the fingerprint
 * @mark: kept beside it
 * @row: the row, from 1
 * @with_mark: whether two entries are the same only where their marks are too
 *
 * Returns: (transfer none) (nullable): the entry that was there before, until the next call; %NULL
 *   where there was none, and there is one now
 */
IonPrintSlot *
ion_print_map_add (IonPrintMap *self, guint64 key, guint32 mark, guint32 row, gboolean with_mark)
{
  IonPrintSlot *slot;

  g_return_val_if_fail ((row & ION_PRINT_ROW_MASK) != 0, NULL);

  for (slot = find_first (self, key); slot->row != 0 && slot->key == key; slot++)
    {
      if (!with_mark || slot->mark == mark)
        return slot;
    }
  if (self->n_used >= self->size / 8 * 7)
    {
      grow (self);
      return ion_print_map_add (self, key, mark, row, with_mark);
    }
  if (!shift (self, slot))
    {
      gsize at = (gsize) (slot - self->slots);

      set_total (self, self->total + self->total / 8);
      slot = self->slots + at;
      shift (self, slot);
    }
  *slot = (IonPrintSlot){ key, mark, row };
  self->n_used++;
  return NULL;
}

/* Returns: (transfer none) (nullable): the entry, until the next call */
const IonPrintSlot *
ion_print_map_find (const IonPrintMap *self, guint64 key, guint32 mark)
{
  const IonPrintSlot *slot = find_first (self, key);

  while (slot->row != 0 && slot->key == key && slot->mark != mark)
    slot++;
  return slot->row != 0 && slot->key == key ? slot : NULL;
}

/**
 * ion_print_map_count_alike:
 * @self: a map
 * @key: a fingerprint
 * @bits: how many of its highest bits count, from 32 to 64
 * @most: where to stop counting
 *
 * Returns: how many entries have a key that begins as @key does
 */
guint
ion_print_map_count_alike (const IonPrintMap *self, guint64 key, guint bits, guint most)
{
  const guint64 mask = G_MAXUINT64 << (64 - bits);
  const IonPrintSlot *slot = find_first (self, key & mask);
  guint n = 0;

  while (n < most && slot->row != 0 && (slot->key & mask) == (key & mask))
    {
      slot++;
      n++;
    }
  return n;
}

/* Says that @key will be asked for soon: its place in memory takes a while to come. */
void
ion_print_map_prefetch (const IonPrintMap *self, guint64 key)
{
  __builtin_prefetch (self->slots + find_place (key, self->size));
}

guint
ion_print_map_get_size (const IonPrintMap *self)
{
  return self->n_used;
}

/* Returns: how many bytes the entries take */
gsize
ion_print_map_get_memory (const IonPrintMap *self)
{
  return self->total * sizeof (IonPrintSlot);
}

static inline guint64
rotate (guint64 x, int by)
{
  return (x << by) | (x >> (64 - by));
}

static inline void
mix (guint64 v[4])
{
  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

/**
 * ion_print_text:
 * @text: some bytes
 * @size: how many
 * @print: (out caller-allocates): their fingerprint (SipHash-2-4 of 128 bits)
 */
void
ion_print_text (const char *text, gsize size, guint64 print[2])
{
  guint64 v[4] = {
    G_GUINT64_CONSTANT (0x736f6d6570736575),
    G_GUINT64_CONSTANT (0x646f72616e646f6d) ^ 0xEE,
    G_GUINT64_CONSTANT (0x6c7967656e657261),
    G_GUINT64_CONSTANT (0x7465646279746573),
  };
  gsize left = size;

  while (TRUE)
    {
      guint64 word = 0;
      gsize n = MIN (left, sizeof word);

      memcpy (&word, text, n);
      word = GUINT64_FROM_LE (word);
      if (n < sizeof word)
        word |= (guint64) (size & 0xFF) << 56;
      v[3] ^= word;
      mix (v);
      mix (v);
      v[0] ^= word;
      if (n < sizeof word)
        break;
      text += n;
      left -= n;
    }
  v[2] ^= 0xEE;
  for (int i = 0; i < 4; i++)
    mix (v);
  print[0] = v[0] ^ v[1] ^ v[2] ^ v[3];
  v[1] ^= 0xDD;
  for (int i = 0; i < 4; i++)
    mix (v);
  print[1] = v[0] ^ v[1] ^ v[2] ^ v[3];
}
