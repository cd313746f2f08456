/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"
#include "ion-ledger-import.h"

G_BEGIN_DECLS

/* Private to the office. */

/* Doubts whether the very file, or the same rows in another one, was not sent already. */
gboolean ion_import_conditions_doubt_sent_before (IonImportReport *report,
                                                  IonLedger *ledger,
                                                  const IonPrint *file_print,
                                                  const IonPrint *rows_print,
                                                  const char *template_name,
                                                  GError **error);
/* @already_sent: people who have a message with the same notice number */
void ion_import_conditions_doubt_already_sent (IonImportReport *report, gint64 already_sent);
/* Appends the doubts that stand and were accepted: their codes with commas between, and for the
 * journal "minors 3/5", rows doubted of rows read. */
void ion_import_conditions_list_accepted (const IonImportReport *report,
                                          const IonNewCampaign *campaign,
                                          GString *codes,
                                          GString *detail);
void ion_import_conditions_append_accepted (GString *codes,
                                            GString *detail,
                                            const char *code,
                                            gint64 doubted,
                                            gint64 rows);
/* Returns: whether a campaign may be made: of its rows, and with the doubts that were accepted */
gboolean ion_import_conditions_check (const IonImportReport *report,
                                      const IonNewCampaign *campaign,
                                      GError **error);

G_END_DECLS
