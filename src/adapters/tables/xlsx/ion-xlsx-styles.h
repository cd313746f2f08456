/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-zip-archive.h"

G_BEGIN_DECLS

GArray *ion_xlsx_styles_read (IonZipArchive *archive, const char *part, GError **error);

G_END_DECLS
