/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-page.h"

G_BEGIN_DECLS

/**
 * IonJournalPage:
 *
 * Who did what, when, for what purpose.
 */
#define ION_TYPE_JOURNAL_PAGE (ion_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (IonJournalPage, ion_journal_page, ION, JOURNAL_PAGE, IonPage)

G_END_DECLS
