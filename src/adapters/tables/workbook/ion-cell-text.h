/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cell-format.h"

G_BEGIN_DECLS

/*
 * The text that a typed cell becomes, the same from every format of workbook. All of these append
 * to @text.
 */

void ion_cell_text_append_number (GString *text, double value, guint n_zeros);
gboolean
ion_cell_text_append_serial (GString *text, double serial, IonCellKind kind, gboolean is_1904);
void ion_cell_text_append_value (GString *text,
                                 double value,
                                 const IonCellFormat *format,
                                 gboolean is_1904);
gboolean ion_cell_text_append_literal (GString *text,
                                       const char *literal,
                                       gsize size,
                                       const IonCellFormat *format,
                                       gboolean is_1904);
void ion_cell_text_append_time (GString *text, guint64 hours, guint minutes, guint seconds);
gboolean ion_cell_text_append_iso (GString *text, const char *iso);

const char *ion_cell_text_from_boolean (gboolean value);
const char *ion_cell_text_from_error (const char *code);

G_END_DECLS
