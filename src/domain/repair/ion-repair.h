/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_REPAIR_CERTAIN, /* there is one reading: done, and said */
  ION_REPAIR_GUESS,   /* proposed: only a person may take it */
  ION_REPAIR_REFUSED, /* nothing to take, but the damage has a name and a cure */
} IonRepairKind;

/**
 * IonRepair:
 *
 * What became of a cell that is not the value that it should be.
 */
typedef struct
{
  IonRepairKind kind;
  const char *code; /* for scripts: "repaired-date" */
  char *message;    /* (owned): what was damaged, and the cure; never a whole fiscal code */
  char *value;      /* (owned) (nullable): the cell as it should be; none where it is refused */
} IonRepair;

IonRepair *
ion_repair_new (IonRepairKind kind, const char *code, const char *message, const char *value);
void ion_repair_free (IonRepair *self);
char *ion_repair_unwrap (const char *cell);
gboolean ion_repair_is_spreadsheet_error (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRepair, ion_repair_free)

G_END_DECLS
