/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as the locale groups it: "5.130". By value, to stand in a sentence as ion_number
 * (n).text until the end of the expression. */
typedef struct
{
  char text[32];
} IonNumber;

IonNumber ion_number (gint64 value);

G_END_DECLS
