/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"
#include "ion-sending-hours.h"

G_BEGIN_DECLS

/* One setting, with its default filled in. */
typedef struct
{
  const char *key;  /* "sending-hours" */
  char *value;      /* (owned): as text, canonical; "" = none */
  const char *help; /* translated: what it is, and how it is written */
  gboolean is_default;
} IonSetting;

void ion_setting_free (IonSetting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonSetting, ion_setting_free)

/* (element-type IonSetting): every key, in the order in which they are shown */
GPtrArray *ion_office_list_settings (IonOffice *self, GError **error);
/* Returns: (transfer full): the value or its default; %ION_OFFICE_ERROR_NOT_FOUND for no such key
 */
char *ion_office_get_setting (IonOffice *self, const char *key, GError **error);

/**
 * ion_office_set_setting:
 * @value: checked for its key; "" puts the default back
 *
 * Keys: name, organization-code, api-url, rate (`150/5`), concurrency, retention-days,
 * sending-hours (`8-20 lun-sab`), holidays, daily-limit (`none` or a number), connection-patience
 * (seconds), countdown (seconds). Journalled.
 */
gboolean
ion_office_set_setting (IonOffice *self, const char *key, const char *value, GError **error);
/* Whether ion_office_set_setting() would take it; changes nothing. */
gboolean
ion_office_check_setting (IonOffice *self, const char *key, const char *value, GError **error);

/* The typed ones never fail: what cannot be read counts as its default. */
void ion_office_get_rate (IonOffice *self, int *calls, int *seconds);
int ion_office_get_number (IonOffice *self, const char *key);
/* (transfer full) */
IonSendingHours *ion_office_get_sending_hours (IonOffice *self);

G_END_DECLS
