/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli.h"
#include "ion-import-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The members that `recipients check --json` promises, into an object that is open. */
void ion_cli_report_to_json (const IonImportReport *report, JsonBuilder *builder);
/* For people, with @to_stderr where data goes to standard output: the summary, what was
 * understood, what to mend, to look at and to decide, the totals. Bounded, whatever the file. */
void ion_cli_report_print (const IonImportReport *report, gboolean to_stderr);

G_END_DECLS
