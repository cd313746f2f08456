/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A draft on its way into the ledger: the editor's, and the one that a closed page has left behind.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-draft-save.h"

static gpointer
save_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonDraft *draft = data;

  return ion_office_save_draft (office, draft, error) ? ion_draft_copy (draft) : NULL;
}

void
ion_draft_save_async (IonDesk *desk,
                      gpointer source,
                      const IonDraft *draft,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  ion_desk_run_async (desk, source, save_func, ion_draft_copy (draft),
                      (GDestroyNotify) ion_draft_free, (GDestroyNotify) ion_draft_free, NULL,
                      callback, user_data);
}
