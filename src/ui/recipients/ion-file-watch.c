/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * An office corrects its list in the spreadsheet and saves: the rows here are then of yesterday.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-file-watch.h"

#define SETTLE_MS 400 /* a program that saves writes several times */

struct _IonFileWatch
{
  GObject parent_instance;

  char *path;            /* (owned) (nullable) */
  GFileMonitor *monitor; /* (owned) (nullable) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (IonFileWatch, ion_file_watch, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
settled_cb (gpointer user_data)
{
  IonFileWatch *self = user_data;

  self->timer = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
event_cb (IonFileWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
ion_file_watch_dispose (GObject *object)
{
  ion_file_watch_set_path (ION_FILE_WATCH (object), NULL);
  G_OBJECT_CLASS (ion_file_watch_parent_class)->dispose (object);
}

static void
ion_file_watch_class_init (IonFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_file_watch_dispose;

  changed_signal = g_signal_new ("changed", ION_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ion_file_watch_init (IonFileWatch *self)
{
}

IonFileWatch *
ion_file_watch_new (void)
{
  return g_object_new (ION_TYPE_FILE_WATCH, NULL);
}

void
ion_file_watch_set_path (IonFileWatch *self, const char *path)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (ION_IS_FILE_WATCH (self));

  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_free (self->path);
  self->path = g_strdup (path);
  if (path == NULL)
    return;
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (event_cb), self,
                             G_CONNECT_SWAPPED);
}
