/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-archive.h"

G_BEGIN_DECLS

gboolean ion_xlsx_look_for_cells (IonZipArchive *archive,
                                  const char *part,
                                  gboolean *are_any,
                                  GError **error);

G_END_DECLS
