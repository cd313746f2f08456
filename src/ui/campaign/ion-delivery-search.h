/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

G_BEGIN_DECLS

typedef enum
{
  ION_SOUGHT_NOTHING, /* nothing was written */
  ION_SOUGHT_ROW,
  ION_SOUGHT_CODE,
  ION_SOUGHT_PART, /* neither a number nor a whole fiscal code: so far, or at all */
} IonSought;

/* What a text in the search field asks for. Pure. @code: (out): as normalised; @row: (out) */
IonSought ion_delivery_search_parse (const char *text, char code[17], guint32 *row);

/* Finds the rows of the campaign that @text asks for. A person looked up is journalled, without the
 * code. @owner: (nullable): kept until @callback, where ion_desk_run_finish() gives them: (transfer
 * full) (element-type guint32) */
void ion_delivery_search_run_async (IonDesk *desk,
                                    gpointer owner,
                                    const char *campaign_id,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
