/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IonTemplateForm:
 *
 * The fields of a template that can be typed.
 *
 * Signal: "changed" ().
 */
#define ION_TYPE_TEMPLATE_FORM (ion_template_form_get_type ())
G_DECLARE_FINAL_TYPE (IonTemplateForm, ion_template_form, ION, TEMPLATE_FORM, GtkWidget)

/* Shows it, without saying that something changed. */
void ion_template_form_show (IonTemplateForm *self, const IonTemplate *template_);
/* Writes what was typed over @template_; the rest of it stays. */
void ion_template_form_apply (IonTemplateForm *self, IonTemplate *template_);

G_END_DECLS
