/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The reasons why a text is not a value, with the names that scripts rely on.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-value-error.h"

G_DEFINE_QUARK (ion - value - error - quark, ion_value_error)

static const char *const names[] = {
  [ION_VALUE_ERROR_EMPTY] = "empty",
  [ION_VALUE_ERROR_FISCAL_CODE_LENGTH] = "fiscal-code-length",
  [ION_VALUE_ERROR_FISCAL_CODE_SHAPE] = "fiscal-code-shape",
  [ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL] = "fiscal-code-provisional",
  [ION_VALUE_ERROR_FISCAL_CODE_VAT] = "fiscal-code-vat",
  [ION_VALUE_ERROR_CHECK_CHARACTER] = "check-character",
  [ION_VALUE_ERROR_ORGANIZATION_CODE] = "organization-code",
  [ION_VALUE_ERROR_NOTICE_NUMBER_LENGTH] = "notice-number-length",
  [ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE] = "notice-number-shape",
  [ION_VALUE_ERROR_NOTICE_NUMBER_CHECK] = "notice-number-check",
  [ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED] = "notice-number-rounded",
  [ION_VALUE_ERROR_AMOUNT_UNREADABLE] = "amount-unreadable",
  [ION_VALUE_ERROR_AMOUNT_RANGE] = "amount-range",
  [ION_VALUE_ERROR_DATE_UNREADABLE] = "date-unreadable",
  [ION_VALUE_ERROR_DATE_RANGE] = "date-range",
  [ION_VALUE_ERROR_TIME_UNREADABLE] = "time-unreadable",
  [ION_VALUE_ERROR_SENDING_HOURS] = "sending-hours",
  [ION_VALUE_ERROR_FIELDS_DAMAGED] = "fields-damaged",
  [ION_VALUE_ERROR_AMOUNT_ZERO] = "amount-zero",
};

const char *
ion_value_error_get_name (int code)
{
  g_return_val_if_fail (code >= 0 && code < (int) G_N_ELEMENTS (names), "unknown");

  return names[code];
}
