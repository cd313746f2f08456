/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-template-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the pages of templates do alike. Each tells the desk; an error is said by @say, which is not
 * called once @widget is gone.
 */

typedef void (*IonTemplateSay) (GtkWidget *widget, const char *sentence);

/* Takes it off the shelf; a toast of @widget's window brings it back. @done: (nullable): where it
 * is gone */
void ion_template_act_remove (GtkWidget *widget,
                              IonDesk *desk,
                              const IonTemplate *template_,
                              IonTemplateSay say,
                              void (*done) (GtkWidget *widget));
/* A draft with this message, opened at once. */
void ion_template_act_use (GtkWidget *widget,
                           IonDesk *desk,
                           const IonTemplate *template_,
                           IonTemplateSay say);
/* A copy of its own, opened at once. */
void ion_template_act_copy (GtkWidget *widget,
                            IonDesk *desk,
                            const IonTemplate *template_,
                            IonTemplateSay say);
/* From a file that a person chooses; asks where there is one of that name. */
void ion_template_act_import (GtkWidget *widget, IonDesk *desk, IonTemplateSay say);
/* Into a file that a person chooses. */
void ion_template_act_export (GtkWidget *widget,
                              IonDesk *desk,
                              const IonTemplate *template_,
                              IonTemplateSay say);

G_END_DECLS
