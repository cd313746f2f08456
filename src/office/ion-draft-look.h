/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"
#include "ion-table-look.h"

G_BEGIN_DECLS

/**
 * IonDraftLook:
 *
 * What a person is shown of a draft's people while saying what they are.
 */
typedef struct
{
  IonTableLook *look; /* (owned) */
  char *format;       /* (owned): "csv" */
  char *encoding;     /* (owned) (nullable) */
  char separator;     /* 0 = none */
  char *sheet;        /* (owned) (nullable) */
} IonDraftLook;

/**
 * ion_draft_look_new:
 * @first: how many rows below the header are wanted
 * @rows: (nullable) (element-type gint64): numbers of other rows that are wanted
 *
 * Call it from a worker thread. Errors: %ION_OFFICE_ERROR_NOTHING without a source;
 * %ION_TABLE_ERROR; %ION_STORE_ERROR; %G_IO_ERROR
 */
IonDraftLook *ion_draft_look_new (const IonDraft *draft,
                                  IonOffice *office,
                                  guint first,
                                  GArray *rows,
                                  GCancellable *cancellable,
                                  GError **error);
void ion_draft_look_free (IonDraftLook *self);

/* Returns: (transfer full) (array zero-terminated=1): the sheets that hold something; none where
 * the source has no sheets. Call it from a worker thread. */
char **ion_draft_list_sheets (const IonDraft *draft, GError **error);

/**
 * ion_draft_write_copy:
 * @path: a new file
 *
 * Writes the draft's people once more, with a column that says what is wrong with each row. Call it
 * from a worker thread.
 */
gboolean ion_draft_write_copy (const IonDraft *draft,
                               IonOffice *office,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonDraftLook, ion_draft_look_free)

G_END_DECLS
