/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

/**
 * SECTION: the limits that bind a message, in one table
 *
 * Each figure names its source: the published contract of the messages API (version 4.1.1) unless
 * it says otherwise. Lengths are counted in UTF-16 units, as the platform counts them.
 */

#define ION_SUBJECT_MIN              10
#define ION_SUBJECT_MAX              120
#define ION_MARKDOWN_MIN             80
#define ION_MARKDOWN_MAX             10000                          /* front matter included */
#define ION_AMOUNT_MIN               G_GINT64_CONSTANT (1)          /* cents */
#define ION_AMOUNT_MAX               G_GINT64_CONSTANT (9999999999) /* cents */
#define ION_BUTTONS_MAX              2
#define ION_FISCAL_CODE_LENGTH       16
#define ION_ORGANIZATION_CODE_LENGTH 11
#define ION_NOTICE_NUMBER_LENGTH     18
