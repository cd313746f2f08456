/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-desk.h"
#include "ion-page.h"

G_BEGIN_DECLS

/* A practice office in a folder of its own, and a desk over it. */
typedef struct
{
  char *folder;      /* (owned) */
  IonOffice *office; /* (owned) */
  IonDesk *desk;     /* (owned) */
  GtkWidget *window; /* (owned) (nullable): what ui_fixture_present() made */
} UiFixture;

/* Locale from LC_ALL, GTK and the test framework. */
void ui_test_init (int *argc, char ***argv);
void ui_fixture_set_up (UiFixture *self);
/* Fails where the window, the desk or the office is still held by somebody. */
void ui_fixture_tear_down (UiFixture *self);

/* Shows @widget (floating) in a window of 1100x760 and waits until it is drawn. */
void ui_fixture_present (UiFixture *self, GtkWidget *widget);
/* Closes that window; fails where @widget was not finalised. */
void ui_fixture_dismiss (UiFixture *self);

/* A file of so many made-up people with their school fees. Returns: (transfer full): its path */
char *ui_fixture_make_file (UiFixture *self, int rows);
/* A campaign of @people made-up people of the starter template of school fees, ready to be sent.
 * Returns: (transfer full): its id */
char *ui_fixture_add_campaign (UiFixture *self, const char *name, int people);
/* Sends it on the practice platform until it is settled. */
void ui_fixture_send_campaign (UiFixture *self, const char *id);

/* Runs the main loop until @condition says so; fails after ten seconds. */
typedef gboolean (*UiCondition) (gpointer data);
void ui_wait (UiCondition condition, gpointer data);
/* Runs the main loop for so long that what is under way settles: a frame or two. */
void ui_flush (void);

/* The first descendant of @widget with that label, title, tooltip or accessible name. (nullable) */
GtkWidget *ui_find (GtkWidget *widget, GType type, const char *text);
/* Whether any label below @widget holds @text. */
gboolean ui_shows (GtkWidget *widget, const char *text);
/* Clicks a button, activates a row. */
void ui_click (GtkWidget *widget);

G_END_DECLS
