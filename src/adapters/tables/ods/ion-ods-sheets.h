/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-sheet-choice.h"
#include "ion-xml-input.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable) (element-type IonSheet): all sheets, in their order */
GPtrArray *ion_ods_sheets_list (IonXmlInput *input, GError **error);

G_END_DECLS
