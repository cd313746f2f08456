/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Postcodes that a spreadsheet took for numbers: half of central Italy loses its zeros.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-postcode-repair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH 5

IonRepair *
ion_postcode_repair (const char *cell)
{
  char postcode[LENGTH + 1] = "00000";
  gsize n = strspn (cell, "0123456789");

  if (cell[n] != '\0' || (n != LENGTH - 1 && n != LENGTH - 2) || cell[0] == '0')
    return NULL;
  memcpy (postcode + LENGTH - n, cell, n);
  if (n == LENGTH - 2)
    return ion_repair_new (ION_REPAIR_CERTAIN, "repaired-postcode",
                           _ ("The postcode had lost its leading zeros: they were put back."),
                           postcode);
  return ion_repair_new (ION_REPAIR_GUESS, "postcode-zero",
                         _ ("The postcode has four digits: unless it is of another country, a "
                            "spreadsheet has dropped the zero in front."),
                         postcode);
}
