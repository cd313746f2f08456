/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-deliveries.h"
#include "ion-message.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* One message held about a person, as the person received it. */
typedef struct
{
  char *campaign_name;   /* (owned) */
  char *purpose;         /* (owned) (nullable): what the campaign was for */
  char *service_name;    /* (owned) */
  IonDelivery *delivery; /* (owned) */
  IonMessage *message;   /* (owned) (nullable): %NULL where it can no longer be merged */
} IonPersonRecord;

void ion_person_record_free (IonPersonRecord *self);

/* Everything that this office holds about one person, newest first. @fiscal_code: as written.
 * Journalled, without the code. Returns: (transfer full) (element-type IonPersonRecord) */
GPtrArray *ion_office_show_person (IonOffice *self, const char *fiscal_code, GError **error);
/* @purpose: (nullable): why it is looked at, kept in the journal; names nobody */
GPtrArray *ion_office_show_person_for (IonOffice *self,
                                       const char *fiscal_code,
                                       const char *purpose,
                                       GError **error);
/* Erases the person, keeps the figures; off the test list too. Returns rows, -1 on error. */
gint64 ion_office_forget_person (IonOffice *self, const char *fiscal_code, GError **error);

/* The office's test list: codes as written by a person are read and checked here. */
gboolean ion_office_add_test_recipient (IonOffice *self,
                                        const char *fiscal_code,
                                        const char *label,
                                        GError **error);
gboolean
ion_office_remove_test_recipient (IonOffice *self, const char *fiscal_code, GError **error);

/* Returns: (transfer full): "RSS•••••••••••••": for wherever a person is named on the way */
char *ion_fiscal_code_mask (const char *fiscal_code);

G_END_DECLS
