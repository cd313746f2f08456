/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"

G_BEGIN_DECLS

/**
 * IonFileWatch:
 *
 * Notices when the file of a draft changes on disk while it is open here.
 *
 * Signals: "changed" ()
 */
#define ION_TYPE_FILE_WATCH (ion_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (IonFileWatch, ion_file_watch, ION, FILE_WATCH, GObject)

IonFileWatch *ion_file_watch_new (void);
/* @path: (nullable) */
void ion_file_watch_set_path (IonFileWatch *self, const char *path);

G_END_DECLS
