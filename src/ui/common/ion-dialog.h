/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The seam of dialogs: what newer versions of the platform do with other widgets stands here and
 * nowhere else.
 */

/**
 * IonDialogFunc:
 *
 * Called when the person said yes; not called otherwise, nor after @widget is gone.
 */
typedef void (*IonDialogFunc) (GtkWidget *widget, gpointer user_data);

typedef enum
{
  ION_DIALOG_PLAIN,
  ION_DIALOG_SUGGESTED,
  ION_DIALOG_DESTRUCTIVE,
} IonDialogTone;

/* Asks one question above @widget's window. @verb names what happens ("Erase 12 messages"); the
 * other response is @refusal (nullable: "Cancel"), which is the default, Esc too.
 * Returns: (transfer none): the dialog, to add an extra child */
GtkWidget *ion_dialog_ask (GtkWidget *widget,
                           const char *heading,
                           const char *body,
                           const char *verb,
                           const char *refusal,
                           IonDialogTone tone,
                           IonDialogFunc func,
                           gpointer user_data);
/* More of the question, below its text; and whether it can be answered with yes by now. */
void ion_dialog_set_extra (GtkWidget *dialog, GtkWidget *extra);
void ion_dialog_set_ready (GtkWidget *dialog, gboolean is_ready);
/* Another verb, where it depends on what was said by now. */
void ion_dialog_set_verb (GtkWidget *dialog, const char *verb);
/* Not called where the person refused, nor after @widget is gone. */
typedef void (*IonDialogWhichFunc) (GtkWidget *widget, const char *which, gpointer user_data);

/* Asks which of several. @choices: name, label, name, label, ..., %NULL. (transfer none) */
GtkWidget *ion_dialog_ask_which (GtkWidget *widget,
                                 const char *heading,
                                 const char *body,
                                 const char *refusal,
                                 const char *const *choices,
                                 IonDialogWhichFunc func,
                                 gpointer user_data);
/* Says what went wrong; one button to close. */
void ion_dialog_tell (GtkWidget *widget, const char *heading, const char *body);
/* The same out of an error of any layer, in the office's words. */
void ion_dialog_tell_error (GtkWidget *widget, const char *heading, const GError *error);

/* What the program is, whose, and under which terms. */
void ion_dialog_about (GtkWindow *window);

/* @file: (nullable): %NULL where nothing was chosen. Not called after @widget is gone. */
typedef void (*IonDialogFileFunc) (GtkWidget *widget, GFile *file, gpointer user_data);

typedef struct
{
  const char *name;            /* translated: "Tables" */
  const char *const *suffixes; /* (array zero-terminated=1): "csv" */
} IonDialogFilter;

void ion_dialog_open_file (GtkWidget *widget,
                           const char *title,
                           const IonDialogFilter *filter,
                           IonDialogFileFunc func,
                           gpointer user_data);
/* Asks itself before a file is replaced. */
void ion_dialog_save_file (GtkWidget *widget,
                           const char *title,
                           const char *suggested_name,
                           IonDialogFileFunc func,
                           gpointer user_data);

/* A toast of the window that @widget is in. @button, @action: (nullable): what undoes it: called as
 * an action with @target (nullable, floating). */
void ion_toast_show (GtkWidget *widget, const char *text);
void ion_toast_offer (GtkWidget *widget,
                      const char *text,
                      const char *button,
                      GCallback undo,
                      gpointer user_data,
                      GClosureNotify free_data);

G_END_DECLS
