/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the header stands among the first rows of a table. */
typedef struct
{
  gssize header; /* -1: the file has none */
  gsize first;   /* the first row of people */
  gsize n_columns;
} IonHeaderPlace;

void ion_header_place_find (IonHeaderPlace *self, GPtrArray *rows, const char *const *map);

G_END_DECLS
