/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

/* The namespaces of OpenDocument that matter, for the files of this folder that read it. */

#define ION_ODS_URI_OFFICE  "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define ION_ODS_URI_TABLE   "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define ION_ODS_URI_TEXT    "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define ION_ODS_URI_DRAW    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
#define ION_ODS_URI_STYLE   "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define ION_ODS_URI_CALCEXT "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

/* In the order of ION_ODS_NAMESPACES. */
enum
{
  ION_ODS_OFFICE,
  ION_ODS_TABLE,
  ION_ODS_TEXT,
  ION_ODS_DRAW,
  ION_ODS_STYLE,
};

#define ION_ODS_NAMESPACES                                                                        \
  {                                                                                               \
    ION_ODS_URI_OFFICE, ION_ODS_URI_TABLE, ION_ODS_URI_TEXT, ION_ODS_URI_DRAW, ION_ODS_URI_STYLE, \
        NULL,                                                                                     \
  }
