/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program does inside of GTK's work, where nobody sees it from outside. */
typedef enum
{
  ION_UI_SPAN_CELL, /* a cell of a list is made, or bound to its item */
  ION_UI_SPAN_PAGE, /* a page of a list is read by key */
  ION_UI_N_SPANS,
} IonUiSpan;

/**
 * IonUiWatchFunc:
 *
 * Told in the UI thread when a span begins and when it ends. A page may be read while a cell is
 * bound, two spans of one kind are never within each other.
 */
typedef void (*IonUiWatchFunc) (IonUiSpan span, gboolean begins);

/* For benchmarks; %NULL = nobody. */
void ion_ui_watch_listen (IonUiWatchFunc func);
void ion_ui_watch_begin (IonUiSpan span);
void ion_ui_watch_end (IonUiSpan span);

G_END_DECLS
