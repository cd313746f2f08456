/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ION_VALUE_ERROR (ion_value_error_quark ())

/**
 * IonValueError:
 *
 * Why a text is not the value that it should be. Every code has a stable name for scripts
 * (ion_value_error_get_name()) and each error's message says to the person what to do.
 */
typedef enum
{
  ION_VALUE_ERROR_EMPTY,                   /* "empty" */
  ION_VALUE_ERROR_FISCAL_CODE_LENGTH,      /* "fiscal-code-length" */
  ION_VALUE_ERROR_FISCAL_CODE_SHAPE,       /* "fiscal-code-shape" */
  ION_VALUE_ERROR_FISCAL_CODE_PROVISIONAL, /* "fiscal-code-provisional": 11 digits, of a person */
  ION_VALUE_ERROR_FISCAL_CODE_VAT,         /* "fiscal-code-vat": 11 digits, of a company */
  ION_VALUE_ERROR_CHECK_CHARACTER,         /* "check-character": a warning in reports */
  ION_VALUE_ERROR_ORGANIZATION_CODE,       /* "organization-code" */
  ION_VALUE_ERROR_NOTICE_NUMBER_LENGTH,    /* "notice-number-length" */
  ION_VALUE_ERROR_NOTICE_NUMBER_SHAPE,     /* "notice-number-shape" */
  ION_VALUE_ERROR_NOTICE_NUMBER_CHECK,     /* "notice-number-check" */
  ION_VALUE_ERROR_NOTICE_NUMBER_ROUNDED,   /* "notice-number-rounded": 3,01011E+17 */
  ION_VALUE_ERROR_AMOUNT_UNREADABLE,       /* "amount-unreadable" */
  ION_VALUE_ERROR_AMOUNT_RANGE,            /* "amount-range" */
  ION_VALUE_ERROR_DATE_UNREADABLE,         /* "date-unreadable" */
  ION_VALUE_ERROR_DATE_RANGE,              /* "date-range" */
  ION_VALUE_ERROR_TIME_UNREADABLE,         /* "time-unreadable" */
  ION_VALUE_ERROR_SENDING_HOURS,           /* "sending-hours" */
  ION_VALUE_ERROR_FIELDS_DAMAGED,          /* "fields-damaged": a stored row that cannot be read */
  ION_VALUE_ERROR_AMOUNT_ZERO,             /* "amount-zero": the platform refuses such a payment */
} IonValueError;

GQuark ion_value_error_quark (void);

/**
 * ion_value_error_get_name:
 * @code: an #IonValueError
 *
 * Returns: (transfer none): the stable name of @code, such as "amount-unreadable"
 */
const char *ion_value_error_get_name (int code);

G_END_DECLS
