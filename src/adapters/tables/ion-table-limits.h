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

/* Workbooks: archives of XML, which may claim to be small and unpack to anything. */
#define ION_TABLE_ENTRIES_MAX 10000 /* files in the archive */
/* One file of it unpacked, and all that is read of it. */
#define ION_TABLE_MEMBER_MAX    (G_GUINT64_CONSTANT (2) << 30)
#define ION_TABLE_UNPACKED_MAX  (G_GUINT64_CONSTANT (4) << 30)
#define ION_TABLE_RATIO_MAX     250 /* unpacked to packed; deflate packs at most 1,032 to 1 */
#define ION_TABLE_RATIO_FLOOR   (16 * 1024 * 1024) /* unpacked bytes that are never too many */
#define ION_TABLE_XML_DEPTH_MAX 64                 /* elements within elements */
/* Bytes of different names of elements, attributes and namespaces: they are looked up ever slower.
 */
#define ION_TABLE_XML_NAMES_MAX (256 * 1024)
#define ION_TABLE_STRINGS_MAX   (256 * 1024 * 1024) /* bytes of a workbook's shared texts */
#define ION_TABLE_STYLES_MAX    65536               /* a spreadsheet takes 64,000 */
#define ION_TABLE_SHEETS_MAX    1000
#define ION_TABLE_MERGES_MAX    10000 /* merged cells that are looked for; others go unsaid */

/* Old workbooks (.xls): 65,536 rows of 256 columns at most, which rarely need half of this. */
#define ION_TABLE_XLS_SIZE_MAX (64 * 1024 * 1024) /* bytes of the file */
#define ION_TABLE_XLS_TEXT_MAX (64 * 1024 * 1024) /* bytes of UTF-8: the texts its sheets share */

/* Web pages. */
#define ION_TABLE_HTML_DEPTH_MAX 1024              /* elements within elements, closed or not */
#define ION_TABLE_HTML_TAG_MAX   (4 * 1024 * 1024) /* bytes of one tag, or one comment */
