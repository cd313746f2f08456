/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_NAME_CHECK_MATCHES,
  ION_NAME_CHECK_DIFFERS,
  ION_NAME_CHECK_CANNOT_TELL, /* no name, or none in Latin letters */
} IonNameCheck;

IonNameCheck ion_name_check (const char *fiscal_code, const char *surname, const char *given_name);
IonNameCheck ion_name_check_full (const char *fiscal_code, const char *full_name);

G_END_DECLS
