/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"
#include "ion-send-facts.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* An editor over a draft of school fees to @people made-up people, 0 = nobody yet. (transfer full)
 */
IonDraftEditor *ui_draft_new (UiFixture *fixture, int people);
/* Brings @part to the front and waits until its campaign is prepared and its figures are known.
 * Returns: (transfer none): the figures */
const IonSendFacts *ui_draft_prepare (IonDraftEditor *editor, GtkWidget *part);
/* Fails where @part, or one of its groups by name, needs more than a telephone's width. */
void ui_draft_assert_narrow (GtkWidget *part);
/* Says all that a person has to say before it may be sent. */
void ui_draft_answer (IonDraftEditor *editor);
/* Lets go of it; fails where somebody still holds it. */
void ui_draft_free (IonDraftEditor *editor);

G_END_DECLS
