/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-comma-slip.h"
#include "ion-recipient-file.h"

G_BEGIN_DECLS

/* For ion-recipient-file.c and ion-recipient-file-open.c only. */

struct _IonRecipientFile
{
  IonTable *table; /* (owned) */
  GPtrArray *head; /* (owned) (element-type GStrv): the first rows, to be handed out again */
  GArray *head_at; /* (owned) (element-type gint64): their numbers */
  guint next_head;
  gint64 header_row;
  char **header;  /* (owned) (array length=n_columns) */
  char **samples; /* (owned) (array length=n_columns) (nullable elements) */
  gsize n_columns;
  gssize errors_column;      /* "errori" of an earlier check: never mapped; -1 = none */
  IonCommaSlip *slip;        /* (owned) (nullable) */
  IonMapping *mapping;       /* (owned) */
  gssize code_column;        /* of the fiscal codes; -1 where there is none */
  const char *const *person; /* (unowned) (nullable): of @head, the first one who has a code */
  IonRecipientCheck *check;  /* (owned) */
  GPtrArray *remarks;        /* (owned) (element-type IonTableRemark): in the rows' order */
  IonBesideFunc beside;
  gpointer beside_data;
};

G_END_DECLS
