/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Numbers in sentences: translated sentences hold %s, since gettext knows no flag for groups. */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-number.h"

IonNumber
ion_number (gint64 value)
{
  IonNumber number;

  g_snprintf (number.text, sizeof number.text, "%'" G_GINT64_FORMAT, value);
  return number;
}
