/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"
#include "ion-draft.h"

G_BEGIN_DECLS

/**
 * IonDraftRescue:
 *
 * A draft whose page is gone and which the disk did not take: a window that says so, from which it
 * is tried again, copied to another place, or given up. It is tried again by itself too, and the
 * program stays until it is written.
 */
#define ION_TYPE_DRAFT_RESCUE (ion_draft_rescue_get_type ())
G_DECLARE_FINAL_TYPE (IonDraftRescue, ion_draft_rescue, ION, DRAFT_RESCUE, AdwWindow)

/* @error: why it could not be saved. The window belongs to itself and goes with its purpose. */
void ion_draft_rescue_begin (IonDesk *desk, const IonDraft *draft, const GError *error);
/* Writes the message into @path, as a template that can be imported, and people who were pasted
 * into a table beside it. Runs in a worker thread. */
gboolean ion_draft_rescue_copy (const IonDraft *draft, const char *path, GError **error);

G_END_DECLS
