/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Watches how long the UI thread is away from its poll.
 *
 * What counts: everything that runs between two polls of the default main context, all callbacks of
 * that turn together (so a single one is at most as long), with what GTK does inside of them.
 *
 * What does not: frames (from the frame clock's before-paint to its after-paint: layout and
 * drawing), what stands between ui_watch_skip() and ui_watch_skipped(), and the time in which the
 * thread was ready to run and another one had the processor, as the kernel counts it. Time spent
 * waiting for a lock or the disk counts.
 *
 * What the program does from within a frame or a scroll is told by ion-ui-watch.h: cells that are
 * made or bound are counted by the processor's time of the thread (they wait for nothing), pages
 * that are read as callbacks are.
 */
void ui_watch_start (GdkFrameClock *clock);

/* GTK's own work, as when somebody scrolls. */
void ui_watch_skip (void);
gint64 ui_watch_skipped (void); /* how long it took */

/* The longest of all begin anew. */
void ui_watch_forget (void);

/* Microseconds without those of other threads on our processor, and with them. */
gint64 ui_watch_get_longest (void);
gint64 ui_watch_get_longest_by_clock (void);
/* The most that the thread was at work in such a stretch, and for a page: waiting taken off. */
gint64 ui_watch_get_longest_work (void);
gint64 ui_watch_get_longest_page_work (void);
gint64 ui_watch_get_longest_layout (void);
gint64 ui_watch_get_longest_paint (void);
gint64 ui_watch_get_longest_cell (void);
gint64 ui_watch_get_longest_page (void);
/* Of all cells so far. */
gint64 ui_watch_get_cells (void);
guint ui_watch_get_n_frames (void);
/* Where the longest was after a while, as addresses in this program, innermost first. */
char *ui_watch_tell_where (void); /* (transfer full) */

/* How long this thread stood in line for a processor so far: microseconds. */
gint64 ui_watch_get_queued (void);

G_END_DECLS
