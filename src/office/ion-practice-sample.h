/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-date.h"
#include "ion-office.h"

G_BEGIN_DECLS

/**
 * ion_office_add_practice_sample:
 * @today: the day from which the due date is reckoned
 *
 * Gives a practice office that is still empty a campaign of made-up people, begun: the engine sends
 * it to the practice platform. Does nothing where there is a campaign already, nor in a real office
 * (%ION_OFFICE_ERROR_PRACTICE).
 */
gboolean ion_office_add_practice_sample (IonOffice *self, const IonDate *today, GError **error);

G_END_DECLS
