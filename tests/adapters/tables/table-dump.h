/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-table.h"

/* Returns: (transfer full): the path of a new temporary file with these bytes */
char *table_dump_write (gconstpointer bytes, gsize size);
/* All that a table says, as one text: "1: a|b\n" a row (without the empty cells at its end), then
 * its remarks: "3 code\n" on a row, "3/0 code\n" on its first cell. */
char *table_dump (IonTable *table);
void table_dump_assert (gconstpointer bytes,
                        gsize size,
                        const IonTableOptions *options,
                        const char *expected);
void table_dump_assert_refused (gconstpointer bytes,
                                gsize size,
                                const IonTableOptions *options,
                                IonTableError code);
/* Whatever the bytes: rows in order and within their limits, or a refusal with the reason. */
void table_dump_survive (gconstpointer bytes, gsize size);
