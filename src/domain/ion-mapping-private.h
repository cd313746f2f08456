/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-mapping.h"

G_BEGIN_DECLS

/* For ion-mapping.c and ion-mapping-pair.c only. */

struct _IonMapping
{
  char **fields; /* (owned) (array length=n_columns): %NULL where not used */
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
void ion_mapping_search_assign (IonMappingSearch *search, gsize column, const char *field);
/* @pair: "FIELD=COLUMN" */
gboolean ion_mapping_search_take_pair (IonMappingSearch *search,
                                       GPtrArray *wanted,
                                       const char *pair,
                                       GError **error);

G_END_DECLS
