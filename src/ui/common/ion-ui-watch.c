/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Lets a benchmark see what the program does on the UI thread from within a layout or a scroll;
 * callbacks of the main context can be watched from outside.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-ui-watch.h"

static IonUiWatchFunc listener;

void
ion_ui_watch_listen (IonUiWatchFunc func)
{
  listener = func;
}

void
ion_ui_watch_begin (IonUiSpan span)
{
  if (listener != NULL)
    listener (span, TRUE);
}

void
ion_ui_watch_end (IonUiSpan span)
{
  if (listener != NULL)
    listener (span, FALSE);
}
