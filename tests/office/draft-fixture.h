/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "office-fixture.h"

#include "ion-draft.h"

G_BEGIN_DECLS

/* What every test of drafts does; each call asserts that it goes well, but for prepare. */

/* A draft of the school-fees template for the people of a file. */
IonDraft *draft_fixture_new (const char *path);
void draft_fixture_save (OfficeFixture *fixture, IonDraft *draft);
IonImportReport *draft_fixture_check (OfficeFixture *fixture, IonDraft *draft);
gboolean draft_fixture_prepare (OfficeFixture *fixture,
                                IonDraft *draft,
                                IonImportReport **report,
                                GError **error);

G_END_DECLS
