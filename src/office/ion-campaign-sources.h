/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"

G_BEGIN_DECLS

/* Campaigns that come from no file. All pass ion_importer_create() and its checks. */

/**
 * ion_office_new_campaign_from:
 * @from: an earlier campaign (id or name)
 * @states: mask of 1 << IonDeliveryState; 0 = those already reached (accepted, delivered)
 * @constants: (nullable) (array zero-terminated=1): "FIELD=VALUE"
 *
 * A new message to people of an earlier campaign, with their fields and row numbers.
 */
char *ion_office_new_campaign_from (IonOffice *self,
                                    const IonTemplate *template_,
                                    const char *from,
                                    guint states,
                                    const char *const *constants,
                                    const IonNewCampaign *campaign,
                                    IonImportReport **report,
                                    GCancellable *cancellable,
                                    GError **error);

/* One message to one person. @fields: without the fiscal code.
 * Returns: (transfer full): the id of its campaign of one row (row 1), to be sent like any other */
char *ion_office_new_message (IonOffice *self,
                              const IonTemplate *template_,
                              const char *fiscal_code,
                              const IonFields *fields,
                              const IonNewCampaign *campaign,
                              IonImportReport **report,
                              GError **error);

/* The template with its sample data, to everybody on the office's own test list
 * (%ION_OFFICE_ERROR_NOTHING where the list is empty). */
char *ion_office_new_test_campaign (IonOffice *self,
                                    const IonTemplate *template_,
                                    const char *service,
                                    GError **error);

G_END_DECLS
