/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"

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

/* From a worker thread: the rows of the campaign that @text asks for. A person looked up is
 * journalled, without the code. Returns: (transfer full) (element-type guint32) */
GArray *ion_delivery_search_run (IonOffice *office,
                                 const char *campaign_id,
                                 const char *text,
                                 GError **error);

G_END_DECLS
