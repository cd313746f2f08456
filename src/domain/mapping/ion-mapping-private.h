/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-mapping.h"

G_BEGIN_DECLS

/* For ion-mapping*.c only. */

struct _IonMapping
{
  char **fields;         /* (owned) (array length=n_columns): %NULL where not used */
  IonMappingWord *words; /* (owned) (array length=n_columns): on whose word */
  gsize n_columns;
};

/* What the finding works on. */
typedef struct
{
  IonMapping *mapping;
  const char *const *header;
  GPtrArray *sample; /* (nullable) (element-type GStrv) */
} IonMappingSearch;

/* Says that @field may be the column @a or @b. Returns: FALSE */
gboolean ion_mapping_search_set_ambiguous (const IonMappingSearch *search,
                                           const char *field,
                                           gsize a,
                                           gsize b,
                                           GError **error);
void ion_mapping_search_assign (IonMappingSearch *search,
                                gsize column,
                                const char *field,
                                IonMappingWord word);
/* Finds the column of the fiscal codes by its name, else by its content. */
gboolean ion_mapping_search_find_code (IonMappingSearch *search, GError **error);
gboolean ion_mapping_search_find_codes (IonMappingSearch *search, gssize *column, GError **error);
/* Returns: whether most of the cells are fiscal codes */
gboolean ion_mapping_search_holds_codes (const IonMappingSearch *search, gsize column);
/* Returns: FALSE with @error where two columns would do; @column is -1 where none does */
gboolean ion_mapping_search_find_by_content (IonMappingSearch *search,
                                             GPtrArray *wanted,
                                             const char *field,
                                             gssize *column,
                                             GError **error);
/* @pair: "FIELD=COLUMN" */
gboolean ion_mapping_search_take_pair (IonMappingSearch *search,
                                       GPtrArray *wanted,
                                       const char *pair,
                                       GError **error);
/* @pair: as remembered; does nothing where it does not fit this file */
void
ion_mapping_search_take_remembered (IonMappingSearch *search, GPtrArray *wanted, const char *pair);

G_END_DECLS
