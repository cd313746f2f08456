/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * How long a program takes from its start to its first frame: its window is mapped and something
 * was drawn into it. Prints milliseconds. Usage: first-frame PROGRAM [ARGUMENT...]
 */

#define G_LOG_DOMAIN "ion-bench"

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* Whether @window is one that a person sees, and so large that it is no menu. */
static gboolean
is_main_window (Display *display, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) != 0 &&
         !attributes.override_redirect && attributes.width > 200 && attributes.height > 200;
}

static void
wait_for_frame (Display *display)
{
  int damage_event;
  int damage_error;
  gboolean is_mapped = FALSE;

  XDamageQueryExtension (display, &damage_event, &damage_error);
  for (;;)
    {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == MapNotify && !is_mapped && is_main_window (display, event.xmap.window))
        {
          is_mapped = TRUE;
          XDamageCreate (display, event.xmap.window, XDamageReportNonEmpty);
        }
      else if (is_mapped && event.type == damage_event + XDamageNotify)
        return;
    }
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  gint64 begun;
  pid_t child;

  if (display == NULL || argc < 2)
    return 2;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  begun = g_get_monotonic_time ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  alarm (30);
  wait_for_frame (display);
  printf ("%.1f\n", (double) (g_get_monotonic_time () - begun) / 1000.0);
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  XCloseDisplay (display);
  return 0;
}
