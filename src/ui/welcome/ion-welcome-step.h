/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IonWelcomeStep:
 *
 * What the steps of the first setup have in common: a title, a sentence, the fields, what went
 * wrong in place, one button that goes on and maybe one that does without.
 *
 * Properties: "title", "description", "verb" (of the button), "skip-verb" (none where empty),
 * "is-ready" (the button can be pressed), "is-busy".
 * Signals: "next" (), "skip" ().
 */
#define ION_TYPE_WELCOME_STEP (ion_welcome_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (IonWelcomeStep, ion_welcome_step, ION, WELCOME_STEP, GtkWidget)

struct _IonWelcomeStepClass
{
  GtkWidgetClass parent_class;

  /* The step comes to the front. */
  void (*begin) (IonWelcomeStep *self);
  gpointer padding[2];
};

void ion_welcome_step_begin (IonWelcomeStep *self);
void ion_welcome_step_set_ready (IonWelcomeStep *self, gboolean is_ready);
void ion_welcome_step_set_busy (IonWelcomeStep *self, gboolean is_busy);
/* Says @sentence in place; (nullable): nothing is wrong any more */
void ion_welcome_step_complain (IonWelcomeStep *self, const char *sentence);
/* As the button: does nothing while it cannot be pressed. */
void ion_welcome_step_go_on (IonWelcomeStep *self);

G_END_DECLS
