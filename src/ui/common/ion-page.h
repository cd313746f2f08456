/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-desk.h"

G_BEGIN_DECLS

/**
 * IonPage:
 *
 * What all pages of the window have: a header bar with the way back, a title, room for buttons, and
 * the content below. In a template, children of type "start" and "end" go to the header bar, a
 * child without type is the content.
 *
 * A page never opens another one: it activates an action of the window ("win.open-campaign").
 *
 * Properties: "desk" (construct only), "title", "subtitle", "is-root" (a place of the sidebar:
 * has the sidebar's button instead of the way back), "is-wide" (the sidebar is folded meanwhile),
 * "is-folded" (told by the window: the sidebar is away).
 */
#define ION_TYPE_PAGE (ion_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (IonPage, ion_page, ION, PAGE, GtkWidget)

struct _IonPageClass
{
  GtkWidgetClass parent_class;

  /* The page comes to the front: what it shows may be old. */
  void (*shown) (IonPage *self);
  /* Returns: whether it may be left now; a page that says no asks the person by itself. */
  gboolean (*leave) (IonPage *self);
  /* Ctrl+F: look for something in what the page lists. */
  void (*find) (IonPage *self);
  gpointer padding[5];
};

IonDesk *ion_page_get_desk (IonPage *self);     /* (transfer none) */
IonOffice *ion_page_get_office (IonPage *self); /* (transfer none) */
const char *ion_page_get_title (IonPage *self);
void ion_page_set_title (IonPage *self, const char *title);
void ion_page_set_subtitle (IonPage *self, const char *subtitle);
gboolean ion_page_is_wide (IonPage *self);

/* Said by the window. */
void ion_page_tell_shown (IonPage *self);
gboolean ion_page_may_leave (IonPage *self);
gboolean ion_page_can_find (IonPage *self);
void ion_page_find (IonPage *self);

G_END_DECLS
