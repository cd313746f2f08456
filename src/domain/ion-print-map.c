/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who was in the file before, remembered in sixteen bytes. The fingerprint is SipHash with a fixed
 * key: it lives only in memory, and only has to tell rows apart.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-print-map.h"

#include <string.h>

#define SIZE_AT_FIRST 1024

struct _IonPrintMap
{
  IonPrintSlot *slots; /* (owned) */
  guint size;          /* a power of two */
  guint n_used;
};

IonPrintMap *
ion_print_map_new (void)
{
  IonPrintMap *self = g_new0 (IonPrintMap, 1);

  self->size = SIZE_AT_FIRST;
  self->slots = g_new0 (IonPrintSlot, self->size);
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

static IonPrintSlot *
find_slot (const IonPrintMap *self, guint64 key, guint32 mark, gboolean with_mark)
{
  for (guint i = (guint) (key & (self->size - 1));; i = (i + 1) & (self->size - 1))
    {
      IonPrintSlot *slot = &self->slots[i];

      if (slot->row == 0 || (slot->key == key && (!with_mark || slot->mark == mark)))
        return slot;
    }
}

static void
grow (IonPrintMap *self)
{
  g_autofree IonPrintSlot *old = self->slots;
  guint old_size = self->size;

  self->size *= 2;
  self->slots = g_new0 (IonPrintSlot, self->size);
  for (guint i = 0; i < old_size; i++)
    {
      if (old[i].row != 0)
        *find_slot (self, old[i].key, old[i].mark, TRUE) = old[i];
    }
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

  slot = find_slot (self, key, mark, with_mark);
  if (slot->row != 0)
    return slot;
  *slot = (IonPrintSlot){ key, mark, row };
  self->n_used++;
  if (self->n_used > self->size / 4 * 3)
    grow (self);
  return NULL;
}

guint
ion_print_map_get_size (const IonPrintMap *self)
{
  return self->n_used;
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
