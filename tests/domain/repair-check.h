/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-repair.h"

/* Asserts what became of a cell: the code, and "=value" behind it where the repair is certain,
 * "?value" where it is a guess; "" where nothing could be said. */
#define ASSERT_REPAIR(call, expected)              \
  G_STMT_START                                     \
  {                                                \
    g_autoptr (IonRepair) made = (call);           \
    g_autofree char *said = repair_to_text (made); \
                                                   \
    g_assert_cmpstr (said, ==, expected);          \
  }                                                \
  G_STMT_END

static inline char *
repair_to_text (const IonRepair *repair)
{
  if (repair == NULL)
    return g_strdup ("");
  g_assert_cmpstr (repair->message, !=, "");
  g_assert_cmpint (repair->value == NULL, ==, repair->kind == ION_REPAIR_REFUSED);
  return g_strconcat (repair->code, repair->kind == ION_REPAIR_CERTAIN ? "=" : "",
                      repair->kind == ION_REPAIR_GUESS ? "?" : "", repair->value, NULL);
}
