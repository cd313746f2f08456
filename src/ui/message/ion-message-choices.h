/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-template.h"

G_BEGIN_DECLS

/* What a message is made from: the office's services, its templates and the starter ones. */
typedef struct
{
  GPtrArray *services;  /* (owned) (element-type IonService) */
  GPtrArray *templates; /* (owned) (element-type IonTemplate): the office's own first */
  guint n_own;          /* how many of them are the office's */
} IonMessageChoices;

void ion_message_choices_free (IonMessageChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonMessageChoices, ion_message_choices_free)

/* Read in a worker; finish with ion_desk_run_finish(). */
void ion_message_choices_load_async (IonDesk *desk,
                                     gpointer source,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
