/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-column-kind.h"
#include "ion-mapping.h"
#include "ion-renderer.h"

G_BEGIN_DECLS

/* What the check has to know about a column. */
typedef struct
{
  char *name;          /* (owned): as the file has it */
  char *field;         /* (owned) (nullable): %NULL where it is not mapped */
  IonColumnKind kind;  /* of its name */
  IonColumnKind check; /* what its cells must be: an amount, a due date, a notice number */
  gboolean is_required;
} IonCheckedColumn;

/**
 * IonCheckedColumns:
 *
 * The columns of a file with what each one's cells are held against.
 */
typedef struct
{
  IonCheckedColumn *list; /* (owned) (array length=n) */
  gsize n;
  gssize code;    /* the column of the fiscal codes */
  gssize surname; /* -1 where there is none, here and below */
  gssize given_name;
  gssize full_name;
} IonCheckedColumns;

IonCheckedColumns *ion_checked_columns_new (const IonTemplate *template_,
                                            const IonRenderer *renderer,
                                            const IonMapping *mapping,
                                            const char *const *header,
                                            gsize n_columns);
void ion_checked_columns_free (IonCheckedColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCheckedColumns, ion_checked_columns_free)

G_END_DECLS
