/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"
#include "ion-ledger-campaigns.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The members that `campaign show --json` promises, into an object that is open. */
gboolean ion_cli_campaign_to_json (IonOffice *office,
                                   const IonCampaign *campaign,
                                   JsonBuilder *builder,
                                   GError **error);
/* The figures for people: states with their counts, causes, what to do; before them, @with_story,
 * where the campaign stands. */
gboolean ion_cli_campaign_print (IonOffice *office,
                                 const IonCampaign *campaign,
                                 gboolean with_story,
                                 GError **error);

G_END_DECLS
