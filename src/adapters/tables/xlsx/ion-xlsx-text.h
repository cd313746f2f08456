/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ion_xlsx_text_append (GString *text, gsize start, const char *piece, gsize size);
void ion_xlsx_text_finish (GString *text, gsize start);

G_END_DECLS
