/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-main-window.h"
#include "ion-sending-foot.h"
#include "ion-trail.h"

G_BEGIN_DECLS

/* For ion-main-window.c and ion-main-window-acts.c only. */

struct _IonMainWindow
{
  AdwApplicationWindow parent_instance;

  IonDesk *desk;                /* (owned) */
  AdwLeaflet *leaflet;          /* (unowned) */
  GtkWidget *sidebar;           /* (unowned) */
  AdwWindowTitle *office_title; /* (unowned) */
  GtkLabel *practice_mark;      /* (unowned) */
  GtkListBox *places;           /* (unowned) */
  IonSendingFoot *foot;         /* (unowned) */
  IonTrail *trail;              /* (unowned) */
  gboolean is_sidebar_hidden;   /* F9 */
};

/* One line of the sidebar. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} IonPlace;

/* In the order of the sidebar. */
extern const IonPlace ion_places[];
extern const gsize ion_n_places;

void ion_main_window_show_or_fold (IonMainWindow *self);
void ion_main_window_add_acts (IonMainWindow *self);

G_END_DECLS
