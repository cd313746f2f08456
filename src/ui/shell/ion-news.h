/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonNews:
 *
 * What the desktop tells the person while the window is not in front: a campaign has been sent, or
 * stands still, or the program goes on without a window. Notifications name the campaign and nobody
 * in it.
 */
typedef struct _IonNews IonNews;

/* @application, @desk: (unowned): outlive it */
IonNews *ion_news_new (GApplication *application, IonDesk *desk);
void ion_news_free (IonNews *self);

/* Compares the desk's survey with the one before. @window: (nullable): no notification while it is
 * in front; it lists what was due while no program was at work */
void ion_news_look (IonNews *self, GtkWindow *window);
/* The window was closed, and the work goes on. */
void ion_news_tell_kept (IonNews *self);

G_END_DECLS
