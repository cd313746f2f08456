/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The first thing that anybody sees of the program.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-welcome-doors.h"

struct _IonWelcomeDoors
{
  AdwBin parent_instance;

  GtkWidget *practice; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonWelcomeDoors, ion_welcome_doors, ADW_TYPE_BIN)

enum
{
  PRACTICE,
  REAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
practice_cb (IonWelcomeDoors *self)
{
  g_signal_emit (self, signals[PRACTICE], 0);
}

static void
real_cb (IonWelcomeDoors *self)
{
  g_signal_emit (self, signals[REAL], 0);
}

static void
ion_welcome_doors_class_init (IonWelcomeDoorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PRACTICE] = g_signal_new ("practice", ION_TYPE_WELCOME_DOORS, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[REAL] = g_signal_new ("real", ION_TYPE_WELCOME_DOORS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/welcome/"
                                                             "ion-welcome-doors.ui");
  gtk_widget_class_bind_template_child (widget_class, IonWelcomeDoors, practice);
  gtk_widget_class_bind_template_callback (widget_class, practice_cb);
  gtk_widget_class_bind_template_callback (widget_class, real_cb);
}

static void
ion_welcome_doors_init (IonWelcomeDoors *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_welcome_doors_begin (IonWelcomeDoors *self)
{
  g_return_if_fail (ION_IS_WELCOME_DOORS (self));

  gtk_widget_grab_focus (self->practice);
}
