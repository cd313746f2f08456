/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lists on a template's page. Each is emptied first. */
void ion_template_rows_fill_remarks (GtkListBox *list, const IonTemplateStory *story);
void ion_template_rows_fill_fields (GtkListBox *list, const IonTemplateStory *story);
void ion_template_rows_fill_versions (GtkListBox *list, const IonTemplateStory *story);
/* The remarks alone, and sentences on what a change breaks. */
void ion_template_rows_add_remark (GtkListBox *list, const char *sentence, gboolean is_warning);
void ion_template_rows_clear (GtkListBox *list);

G_END_DECLS
