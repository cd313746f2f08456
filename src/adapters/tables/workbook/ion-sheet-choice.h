/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One sheet of a workbook. */
typedef struct
{
  char *name; /* (owned) */
  gboolean is_hidden;
  gboolean has_content;
} IonSheet;

IonSheet *ion_sheet_new (const char *name, gboolean is_hidden, gboolean has_content);
void ion_sheet_free (IonSheet *self);
/* A piece of what stands in one of its cells: blanks are no content. */
void ion_sheet_see_text (IonSheet *self, const char *text, gsize size);
/* Whether one more sheet may be added to @sheets. Errors: %ION_TABLE_ERROR_TOO_LARGE */
gboolean ion_sheet_list_check_room (const GPtrArray *sheets, GError **error);
/* Returns: (transfer none) (nullable): the new sheet; %NULL with %ION_TABLE_ERROR_TOO_LARGE */
IonSheet *
ion_sheet_list_add (GPtrArray *sheets, const char *name, gboolean is_hidden, GError **error);

gboolean
ion_sheet_choose (const GPtrArray *sheets, const char *wanted, guint *index, GError **error);
GPtrArray *ion_sheet_list_names (const GPtrArray *sheets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSheet, ion_sheet_free)

G_END_DECLS
