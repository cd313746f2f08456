/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-compose-part.h"

G_BEGIN_DECLS

/* What still waits for a person among the recipients. */
typedef struct
{
  gint64 to_mend;    /* rows with errors, unless they are left out */
  gint64 duplicates; /* likewise */
  guint doubts;      /* not accepted */
} IonRecipientsToDo;

void ion_recipients_to_do (const IonDraft *draft,
                           const IonImportReport *report,
                           IonRecipientsToDo *to_do);

/**
 * ion_recipients_state_describe:
 * @text: (out): "20 to correct"
 * @summary: (out): "rette_ottobre.csv"
 *
 * The part's state as the page shows it.
 */
IonPartState ion_recipients_state_describe (IonDraftEditor *editor, char **text, char **summary);

/* Returns: (transfer full) (nullable): what the source is called */
char *ion_recipients_name_source (const IonDraft *draft);

G_END_DECLS
