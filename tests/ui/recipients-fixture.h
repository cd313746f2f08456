/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* A draft of school fees, and the part of it that says who gets it, in a window. */
typedef struct
{
  UiFixture ui;
  IonDraftEditor *editor; /* (owned) */
  IonComposePart *part;   /* (unowned): of the window */
  GtkWidget *widget;      /* the same */
  gboolean is_waiting;    /* for a check */
} RecipientsFixture;

void recipients_set_up (RecipientsFixture *self);
void recipients_tear_down (RecipientsFixture *self);

/* Until the last change of the source was read, or could not be. */
void recipients_wait_checked (RecipientsFixture *self);
void recipients_take_file (RecipientsFixture *self, const char *path);
/* Says that the column of that name is @field's. */
void recipients_choose_column (RecipientsFixture *self, const char *name, const char *field);
/* Returns: (transfer full): the path of a table of tests/data/tables */
char *recipients_find_table (const char *name);

G_END_DECLS
