/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-fields.h"

G_BEGIN_DECLS

#define ION_FIELD_FISCAL_CODE "fiscal_code"

/**
 * IonMapping:
 *
 * Which column of a table is which field: the fiscal code first, then those that the template asks
 * for.
 */
typedef struct _IonMapping IonMapping;

/* On whose word a column is a field's. */
typedef enum
{
  ION_MAPPING_WORD_NONE, /* the column is not used */
  ION_MAPPING_WORD_PERSON,
  ION_MAPPING_WORD_REMEMBERED, /* the person's, when an earlier file was sent */
  ION_MAPPING_WORD_NAME,
  ION_MAPPING_WORD_CONTENT,
} IonMappingWord;

/**
 * ion_mapping_new:
 * @header: (array length=n_columns): the names as the file has them (empty strings where it has
 * none)
 * @sample: (nullable) (element-type GStrv): the first rows' cells, to recognise fiscal codes and
 * notice numbers by content
 * @wanted: (element-type utf8): the template's fields (ion_renderer_list_fields())
 * @explicit_pairs: (nullable) (array zero-terminated=1): "FIELD=COLUMN" as the person said
 * @error: %ION_MAPPING_ERROR: no-fiscal-code-column, missing-column (names the fields),
 * unknown-column, ambiguous-column
 */
IonMapping *ion_mapping_new (const char *const *header,
                             gsize n_columns,
                             GPtrArray *sample,
                             GPtrArray *wanted,
                             const char *const *explicit_pairs,
                             GError **error);
IonMapping *ion_mapping_new_full (const char *const *header,
                                  gsize n_columns,
                                  GPtrArray *sample,
                                  GPtrArray *wanted,
                                  GPtrArray *may_miss,
                                  const char *const *explicit_pairs,
                                  const char *const *remembered_pairs,
                                  GError **error);
void ion_mapping_free (IonMapping *self);

/* Returns: (nullable): the field of column @index, %NULL where it is not used (and so never stored)
 */
const char *ion_mapping_get_field (const IonMapping *self, gsize index);
IonMappingWord ion_mapping_get_word (const IonMapping *self, gsize index);
/* Returns: the column of @field, or -1 */
gssize ion_mapping_get_column (const IonMapping *self, const char *field);

#define ION_MAPPING_ERROR (ion_mapping_error_quark ())
typedef enum
{
  ION_MAPPING_ERROR_NO_FISCAL_CODE,
  ION_MAPPING_ERROR_MISSING,
  ION_MAPPING_ERROR_UNKNOWN_COLUMN,
  ION_MAPPING_ERROR_AMBIGUOUS,
} IonMappingError;
GQuark ion_mapping_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonMapping, ion_mapping_free)

G_END_DECLS
