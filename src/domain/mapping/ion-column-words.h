/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-column-kind.h"

G_BEGIN_DECLS

/* How a column of one kind is called: at most a few words before, one of the words that say what it
 * is, and a few behind. Lists of folded words (ion_field_name_fold()), parted by blanks. */
typedef struct
{
  IonColumnKind kind;
  const char *before;
  const char *heads;
  const char *after;
} IonColumnWords;

/* In the order in which they are tried. */
extern const IonColumnWords ion_column_words[];
extern const gsize ion_column_n_words;

/* Beginnings that are a fiscal code whatever follows, as opposed to "cf". */
extern const char ion_column_plain_codes[];

/* Whose something is: who pays and is written to, a child, somebody else, no person. */
extern const char ion_column_payers[];
extern const char ion_column_children[];
extern const char ion_column_others[];
extern const char ion_column_bodies[];
/* Those of the payers that are a name's column when they stand alone. */
extern const char ion_column_bare_payers[];
extern const char ion_column_fillers[];

/* Names that say nothing about what stands below them, also with a number behind. */
extern const char ion_column_empty_names[];

G_END_DECLS
