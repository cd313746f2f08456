/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

G_BEGIN_DECLS

/* For the files of this folder only. */

/* The ledger's note that it is a practice office. */
#define ION_SETTING_PRACTICE "practice"
#define ION_PRACTICE_SERVICE "practice-01"

/* With the keyring that belongs to it, not unlocked yet. */
IonOffice *ion_office_new_for_ledger (IonLedger *ledger, gboolean is_practice);
/* Reads name and code (again). */
gboolean ion_office_load_settings (IonOffice *self, GError **error);
/* After its address or pace was changed: the next call makes it anew, unless the engine has it. */
void ion_office_forget_platform (IonOffice *self);
/* The engine too, which must be at rest: the next one is made anew, in the thread that asks. */
void ion_office_forget_engine (IonOffice *self);

G_END_DECLS
