/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lists of citizens are no recent files: their names alone may say who owes what. The list itself
 * is everybody's and stays switched on: switched off, the toolkit empties it for all programs.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recent.h"

/* The chooser lists a file only once it has looked at it; what comes later is another program's. */
#define WATCH_MS 5000

/* While it lasts the program stays: what is taken off the list must still be written. */
typedef struct
{
  GtkRecentManager *manager; /* (unowned): the desktop's */
  GApplication *application; /* (owned) (nullable) */
  char *uri;                 /* (owned) */
  gulong handler;
  guint timer;
  gboolean is_removed;
} Watch;

static void
watch_end (Watch *watch)
{
  g_signal_handler_disconnect (watch->manager, watch->handler);
  g_clear_handle_id (&watch->timer, g_source_remove);
  if (watch->application != NULL)
    g_application_release (watch->application);
  g_clear_object (&watch->application);
  g_free (watch->uri);
  g_free (watch);
}

/* What another program has opened too is on the list for its sake. */
static gboolean
is_ours_alone (GtkRecentInfo *info)
{
  gsize n = 0;
  g_auto (GStrv) names = gtk_recent_info_get_applications (info, &n);

  return n == 1 && g_strcmp0 (names[0], g_get_application_name ()) == 0;
}

/* Returns: whether it is not there */
static gboolean
take_off (Watch *watch)
{
  GtkRecentInfo *info = gtk_recent_manager_lookup_item (watch->manager, watch->uri, NULL);

  if (info == NULL)
    return TRUE;
  if (is_ours_alone (info))
    watch->is_removed = gtk_recent_manager_remove_item (watch->manager, watch->uri, NULL);
  gtk_recent_info_unref (info);
  return FALSE;
}

/* Comes after each change has been written. */
static void
changed_cb (GtkRecentManager *manager, Watch *watch)
{
  if (take_off (watch) && watch->is_removed)
    watch_end (watch);
}

static gboolean
over_cb (gpointer data)
{
  Watch *watch = data;

  watch->timer = 0;
  watch_end (watch);
  return G_SOURCE_REMOVE;
}

void
ion_recent_keep_out (GFile *file)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GApplication *application = g_application_get_default ();
  Watch *watch;

  g_return_if_fail (G_IS_FILE (file));

  watch = g_new0 (Watch, 1);
  watch->manager = manager;
  watch->uri = g_file_get_uri (file);
  watch->handler = g_signal_connect (manager, "changed", G_CALLBACK (changed_cb), watch);
  watch->timer = g_timeout_add (WATCH_MS, over_cb, watch);
  if (application != NULL)
    {
      watch->application = g_object_ref (application);
      g_application_hold (application);
    }
  take_off (watch);
}
