/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the program has to do besides: it sends a campaign, and reads a file of recipients into a
 * campaign being made, whose page stands behind the other one, again and again.
 */

/* The engine begins, in its own thread. */
void campaign_load_send (IonDesk *desk, const char *campaign);

/* Returns: (transfer full) (floating): the page of a draft of that file */
GtkWidget *campaign_load_new_page (IonDesk *desk, const char *file);
/* Checked, prepared, and so on until campaign_load_stop_importing(). */
void campaign_load_import (GtkWidget *page);
void campaign_load_stop_importing (void);
/* How often the file was read into a campaign. */
guint campaign_load_get_n_imports (void);
/* How many rows of @campaign have left. */
gint64 campaign_load_count_sent (IonDesk *desk, const char *campaign);

G_END_DECLS
