/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The UI thread, watched from between its polls. On a machine that others use too the clock alone
 * says little, so that the time in line for a processor is taken off.
 */

#define G_LOG_DOMAIN "ion-bench"

#include "config.h"

#include "ui-watch.h"

#include "ion-ui-watch.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

#define LOOK_AFTER_MS 8 /* half of what a callback may take */
#define MAX_DEPTH     64

typedef struct
{
  gint64 clock, queued, worked;
} Moment;

typedef struct
{
  void *places[MAX_DEPTH];
  int depth;
} Where;

static struct
{
  GPollFunc poll;
  int statistics; /* /proc/thread-self/schedstat */
  timer_t timer;
  Moment woken, frame_began, skip_began;
  Moment not_ours; /* of the stretch between two polls */
  gint64 layout_began, paint_began;
  Moment page_began;
  gint64 cell_began, cells;
  gint64 longest, longest_by_clock, longest_layout, longest_paint, longest_cell, longest_page;
  gint64 longest_work, longest_page_work;
  Where where, longest_where;
  guint n_frames;
} watch;

gint64
ui_watch_get_queued (void)
{
  char text[96];
  ssize_t length = pread (watch.statistics, text, sizeof text - 1, 0);
  char *queued;

  if (length <= 0)
    return 0;
  text[length] = '\0';
  queued = strchr (text, ' ');
  return queued != NULL ? g_ascii_strtoll (queued, NULL, 10) / 1000 : 0;
}

/* Microseconds that this thread was at work. */
static gint64
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static Moment
now (void)
{
  return (Moment){ g_get_monotonic_time (), ui_watch_get_queued (), get_worked () };
}

static void
add_since (Moment *sum, Moment began)
{
  Moment ended = now ();

  sum->clock += ended.clock - began.clock;
  sum->queued += ended.queued - began.queued;
  sum->worked += ended.worked - began.worked;
}

/* Asks for a look at the stack after so long at work; 0 = no more. */
static void
look_after (long milliseconds)
{
  struct itimerspec when = { .it_value.tv_nsec = milliseconds * 1000000 };

  timer_settime (watch.timer, 0, &when, NULL);
}

static void
look_cb (int number)
{
  watch.where.depth = backtrace (watch.where.places, MAX_DEPTH);
}

static void
end_stretch (void)
{
  Moment spent = { -watch.not_ours.clock, -watch.not_ours.queued, -watch.not_ours.worked };

  add_since (&spent, watch.woken);
  watch.longest_by_clock = MAX (watch.longest_by_clock, spent.clock);
  watch.longest = MAX (watch.longest, spent.clock - spent.queued);
  if (spent.worked <= watch.longest_work)
    return;
  watch.longest_work = spent.worked;
  watch.longest_where = watch.where;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  look_after (0);
  if (watch.woken.clock > 0)
    end_stretch ();
  n_ready = watch.poll (fds, n_fds, timeout);
  watch.not_ours = (Moment){ 0, 0, 0 };
  watch.where.depth = 0;
  watch.woken = now ();
  look_after (LOOK_AFTER_MS);
  return n_ready;
}

static void
before_paint_cb (void)
{
  look_after (0);
  watch.frame_began = now ();
}

static void
layout_cb (void)
{
  watch.layout_began = g_get_monotonic_time ();
}

static void
paint_cb (void)
{
  watch.paint_began = g_get_monotonic_time ();
  if (watch.layout_began > 0)
    watch.longest_layout = MAX (watch.longest_layout, watch.paint_began - watch.layout_began);
  watch.layout_began = 0;
}

static void
after_paint_cb (void)
{
  if (watch.paint_began > 0)
    watch.longest_paint = MAX (watch.longest_paint, g_get_monotonic_time () - watch.paint_began);
  watch.paint_began = 0;
  if (watch.frame_began.clock > 0)
    add_since (&watch.not_ours, watch.frame_began);
  watch.n_frames++;
  look_after (LOOK_AFTER_MS);
}

static void
span_cb (IonUiSpan span, gboolean begins)
{
  Moment page = { 0, 0, 0 };
  gint64 worked;

  if (span == ION_UI_SPAN_PAGE && begins)
    watch.page_began = now ();
  else if (span == ION_UI_SPAN_PAGE)
    {
      add_since (&page, watch.page_began);
      watch.longest_page = MAX (watch.longest_page, page.clock - page.queued);
      watch.longest_page_work = MAX (watch.longest_page_work, page.worked);
    }
  else if (begins)
    watch.cell_began = get_worked ();
  else
    {
      worked = get_worked () - watch.cell_began;
      watch.longest_cell = MAX (watch.longest_cell, worked);
      watch.cells += worked;
    }
}

static void
make_timer (void)
{
  struct sigaction action = { .sa_handler = look_cb, .sa_flags = SA_RESTART };
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN };
  void *place;

  event.sigev_notify_thread_id = gettid ();
  sigaction (SIGRTMIN, &action, NULL);
  timer_create (CLOCK_THREAD_CPUTIME_ID, &event, &watch.timer);
  backtrace (&place, 1); /* loads what it needs: not to be done in a signal's handler */
}

void
ui_watch_start (GdkFrameClock *clock)
{
  watch.statistics = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  make_timer ();
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), NULL);
  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  ion_ui_watch_listen (span_cb);
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
ui_watch_skip (void)
{
  look_after (0);
  watch.skip_began = now ();
}

gint64
ui_watch_skipped (void)
{
  Moment spent = { 0, 0, 0 };

  add_since (&spent, watch.skip_began);
  watch.not_ours.clock += spent.clock;
  watch.not_ours.queued += spent.queued;
  watch.not_ours.worked += spent.worked;
  look_after (LOOK_AFTER_MS);
  return spent.clock - spent.queued;
}

void
ui_watch_forget (void)
{
  watch.longest = watch.longest_by_clock = watch.longest_layout = watch.longest_paint =
      watch.longest_cell = watch.longest_page = watch.longest_work = watch.longest_page_work = 0;
  watch.longest_where.depth = 0;
}

gint64
ui_watch_get_longest (void)
{
  return watch.longest;
}

gint64
ui_watch_get_longest_by_clock (void)
{
  return watch.longest_by_clock;
}

gint64
ui_watch_get_longest_work (void)
{
  return watch.longest_work;
}

gint64
ui_watch_get_longest_page_work (void)
{
  return watch.longest_page_work;
}

gint64
ui_watch_get_longest_layout (void)
{
  return watch.longest_layout;
}

gint64
ui_watch_get_longest_paint (void)
{
  return watch.longest_paint;
}

gint64
ui_watch_get_longest_cell (void)
{
  return watch.longest_cell;
}

gint64
ui_watch_get_longest_page (void)
{
  return watch.longest_page;
}

gint64
ui_watch_get_cells (void)
{
  return watch.cells;
}

guint
ui_watch_get_n_frames (void)
{
  return watch.n_frames;
}

char *
ui_watch_tell_where (void)
{
  GString *text = g_string_new (NULL);
  Dl_info here, there;

  dladdr ((void *) ui_watch_tell_where, &here);
  for (int i = 0; i < watch.longest_where.depth; i++)
    {
      char *place = watch.longest_where.places[i];

      if (dladdr (place, &there) != 0 && there.dli_fbase == here.dli_fbase)
        g_string_append_printf (text, "%s0x%" G_GINTPTR_MODIFIER "x", text->len > 0 ? "," : "",
                                (gsize) (place - (char *) here.dli_fbase));
    }
  if (text->len == 0)
    g_string_append (text, "-");
  return g_string_free (text, FALSE);
}
