/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

/*
 * Old workbooks for tests, record by record. @layout as in Python's struct, little-endian: "b" one
 * byte, "h" two, "i" four (all guint), "d" a double, "s" a C string's bytes.
 */
void biff_maker_add (GByteArray *bytes, guint16 type, const char *layout, ...);
/* The beginning of a workbook since Excel 97, with one sheet that follows; the formats 0 to 4 of
 * its cells are: general, date, "00000", date and time, percent. */
GByteArray *biff_maker_begin (const char *const *strings);
void biff_maker_begin_sheet (GByteArray *bytes);
void biff_maker_end (GByteArray *bytes);
/* Returns: (transfer full): a compound file with one stream at its top */
GByteArray *biff_maker_wrap (const GByteArray *stream, const char *name);
