/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

/**
 * SECTION: the limits of a table, in one place
 *
 * What a list of recipients may be at most. Longer cells and wider rows are cut and said with their
 * row, so that one bad line never costs the whole file; too many rows end the reading.
 */

#define ION_TABLE_CELL_MAX    (64 * 1024) /* bytes of UTF-8: a spreadsheet takes 32,767 characters */
#define ION_TABLE_ROW_MAX     (1024 * 1024) /* bytes of UTF-8, all cells of a row */
#define ION_TABLE_COLUMNS_MAX 1024
#define ION_TABLE_ROWS_MAX    5000000
#define ION_TABLE_HEAD_SIZE   (256 * 1024) /* bytes from which the separator is recognised */
#define ION_TABLE_REMARKS_MAX 1000         /* kept until someone takes them */
