/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A message cannot be taken back, so there is a moment in which nothing has left yet. Whoever needs
 * longer takes longer.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-countdown.h"

#include "ion-number.h"

#include <glib/gi18n-lib.h>

#define TICK_MS      250
#define MORE_SECONDS 30

struct _IonCountdown
{
  AdwWindow parent_instance;

  GtkLabel *heading;   /* (unowned) */
  GtkLabel *body;      /* (unowned) */
  GtkLabel *left;      /* (unowned) */
  GtkProgressBar *bar; /* (unowned) */
  GtkWidget *stop;     /* (unowned) */
  GtkWidget *extend;   /* (unowned) */
  gint64 end;          /* monotonic */
  guint seconds;       /* all of them: what the bar is of */
  guint told;          /* the step that was said aloud last */
  guint tick;
  gboolean is_over;
};

G_DEFINE_FINAL_TYPE (IonCountdown, ion_countdown, ADW_TYPE_WINDOW)

enum
{
  ELAPSED,
  CALLED_OFF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
ion_countdown_get_left (IonCountdown *self)
{
  gint64 left;

  g_return_val_if_fail (ION_IS_COUNTDOWN (self), 0);

  left = self->end - g_get_monotonic_time ();
  return left > 0 ? (guint) ((left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND) : 0;
}

/* A voice that counts every second hides everything else: only at some of them. */
static guint
get_step (guint left)
{
  static const guint steps[] = { 5, 10, 20, 30, 60, 120, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (left <= steps[i])
      return steps[i];
  return G_MAXUINT;
}

/* The focus is on the button: what it says of itself is what a screen reader reads out. */
static void
tell (IonCountdown *self, guint left, const char *words)
{
  guint step = get_step (left);

  if (step == self->told)
    return;
  self->told = step;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stop), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
show_left (IonCountdown *self)
{
  guint left = ion_countdown_get_left (self);
  g_autofree char *words =
      g_strdup_printf (ngettext ("It leaves in %s second", "It leaves in %s seconds", left),
                       ion_number (left).text);

  gtk_label_set_label (self->left, words);
  gtk_progress_bar_set_fraction (self->bar, (double) left / MAX (1, self->seconds));
  tell (self, left, words);
}

/* From here on there is no way back: nor a button that pretends one. */
static void
show_work (IonCountdown *self)
{
  self->is_over = TRUE;
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_label_set_label (self->left, _ ("The sending is being started…"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_widget_set_sensitive (self->extend, FALSE);
}

static gboolean
tick_cb (gpointer data)
{
  IonCountdown *self = data;

  if (ion_countdown_get_left (self) > 0)
    {
      show_left (self);
      return G_SOURCE_CONTINUE;
    }
  show_work (self);
  g_signal_emit (self, signals[ELAPSED], 0);
  return G_SOURCE_REMOVE;
}

static void
extend_cb (IonCountdown *self)
{
  if (self->is_over)
    return;
  self->end += MORE_SECONDS * G_TIME_SPAN_SECOND;
  self->seconds = MAX (self->seconds, ion_countdown_get_left (self));
  self->told = 0;
  show_left (self);
}

/* Escape, the button and the window manager say the same: no. */
static gboolean
close_request_cb (IonCountdown *self)
{
  if (self->is_over)
    return TRUE;
  self->is_over = TRUE;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_signal_emit (self, signals[CALLED_OFF], 0);
  return FALSE;
}

static void
ion_countdown_dispose (GObject *object)
{
  g_clear_handle_id (&ION_COUNTDOWN (object)->tick, g_source_remove);
  G_OBJECT_CLASS (ion_countdown_parent_class)->dispose (object);
}

static void
ion_countdown_class_init (IonCountdownClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_countdown_dispose;
  signals[ELAPSED] = g_signal_new ("elapsed", ION_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CALLED_OFF] = g_signal_new ("called-off", ION_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-countdown.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, heading);
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, body);
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, left);
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, bar);
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, stop);
  gtk_widget_class_bind_template_child (widget_class, IonCountdown, extend);
  gtk_widget_class_bind_template_callback (widget_class, extend_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
ion_countdown_init (IonCountdown *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ion_countdown_new (GtkWindow *parent, const char *heading, const char *body, guint seconds)
{
  IonCountdown *self =
      g_object_new (ION_TYPE_COUNTDOWN, "transient-for", parent, "title", heading, NULL);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body);
  self->seconds = seconds;
  self->end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  if (seconds == 0)
    show_work (self);
  else
    {
      show_left (self);
      self->tick = g_timeout_add (TICK_MS, tick_cb, self);
    }
  return GTK_WIDGET (self);
}

void
ion_countdown_pass (IonCountdown *self, guint seconds)
{
  g_return_if_fail (ION_IS_COUNTDOWN (self));

  self->end -= seconds * G_TIME_SPAN_SECOND;
}
