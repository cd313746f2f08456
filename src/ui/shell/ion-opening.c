/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Between the start of the program and an open office: whoever starts it twice, or again while it
 * is still ending, finds one window and one office.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-opening.h"

#include "ion-welcome-page.h"

#include <glib/gi18n-lib.h>

/* An office that opens at once needs no window that says so. */
#define SHOWN_AFTER_MS 250

struct _IonOpening
{
  GObject parent_instance;

  GtkWindow *window;    /* (unowned) (nullable): the application's */
  IonWelcomePage *page; /* (unowned): the window's */
  char *folder;         /* (owned) */
  gboolean is_given;
  gboolean is_practice;
  GPtrArray *paths; /* (owned) (element-type filename) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (IonOpening, ion_opening, G_TYPE_OBJECT)

enum
{
  READY,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ready_cb (IonOpening *self, IonDesk *desk)
{
  g_object_ref (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[READY], 0, desk);
  ion_opening_end (self);
  g_object_unref (self);
}

static void
destroy_cb (IonOpening *self)
{
  self->window = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[ENDED], 0);
}

static gboolean
shown_cb (gpointer data)
{
  IonOpening *self = data;

  self->timer = 0;
  gtk_window_present (self->window);
  return G_SOURCE_REMOVE;
}

static void
ion_opening_finalize (GObject *object)
{
  IonOpening *self = ION_OPENING (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->paths);
  g_free (self->folder);
  G_OBJECT_CLASS (ion_opening_parent_class)->finalize (object);
}

static void
ion_opening_class_init (IonOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_opening_finalize;
  signals[READY] = g_signal_new ("ready", ION_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ION_TYPE_DESK);
  signals[ENDED] = g_signal_new ("ended", ION_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
ion_opening_init (IonOpening *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
}

IonOpening *
ion_opening_new (GtkApplication *application,
                 const char *folder,
                 gboolean is_given,
                 gboolean is_practice)
{
  IonOpening *self = g_object_new (ION_TYPE_OPENING, NULL);
  GtkWidget *page = ion_welcome_page_new ();

  self->folder = g_strdup (folder);
  self->is_given = is_given;
  self->is_practice = is_practice;
  self->page = ION_WELCOME_PAGE (page);
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", "IO Notifier", "default-width", 1100,
                               "default-height", 760, "content", page, NULL);
  gtk_application_add_window (application, self->window);
  g_signal_connect_object (page, "desk-ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (destroy_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

const char *
ion_opening_get_folder (IonOpening *self)
{
  g_return_val_if_fail (ION_IS_OPENING (self), NULL);

  return self->folder;
}

GPtrArray *
ion_opening_get_paths (IonOpening *self)
{
  g_return_val_if_fail (ION_IS_OPENING (self), NULL);

  return self->paths;
}

void
ion_opening_begin (IonOpening *self)
{
  g_return_if_fail (ION_IS_OPENING (self));

  if (self->window == NULL)
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->window)))
    self->timer = g_timeout_add (SHOWN_AFTER_MS, shown_cb, self);
  ion_welcome_page_open (self->page, self->is_given ? self->folder : NULL, self->is_practice);
}

void
ion_opening_begin_after (IonOpening *self, IonSession *session)
{
  g_return_if_fail (ION_IS_OPENING (self));
  g_return_if_fail (ION_IS_SESSION (session));

  g_signal_connect_object (session, "ended", G_CALLBACK (ion_opening_begin), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  ion_welcome_page_wait (self->page, _ ("What is on its way is still being written down. The "
                                        "office opens right after."));
  gtk_window_present (self->window);
}

void
ion_opening_present (IonOpening *self)
{
  g_return_if_fail (ION_IS_OPENING (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->window != NULL)
    gtk_window_present (self->window);
}

void
ion_opening_end (IonOpening *self)
{
  g_return_if_fail (ION_IS_OPENING (self));

  if (self->window != NULL)
    gtk_window_destroy (self->window);
}
