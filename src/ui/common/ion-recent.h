/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called as soon as @file was chosen: the toolkit's own file chooser, which stands in where
 * there is no portal, lists it among the recent files of the whole desktop. It does not stay there,
 * unless another program put it there too. */
void ion_recent_keep_out (GFile *file);

G_END_DECLS
