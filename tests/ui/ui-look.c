/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a window shows, found by its words as a person finds it.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ui-fixture.h"

static const char *
get_words (GtkWidget *widget, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  char *text = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
    return NULL;
  g_object_get (widget, property, &text, NULL);
  g_object_set_data_full (G_OBJECT (widget), "ui-look-words", text, g_free);
  return text;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *const properties[] = { "label", "title", "tooltip-text", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_strcmp0 (get_words (widget, properties[i]), text) == 0)
      return TRUE;
  return FALSE;
}

GtkWidget *
ui_find (GtkWidget *widget, GType type, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || says (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find (child, type, text);
  return found;
}

gboolean
ui_shows (GtkWidget *widget, const char *text)
{
  const char *words;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  words = get_words (widget, "label");
  if (words != NULL && strstr (words, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ui_shows (child, text))
      return TRUE;
  return FALSE;
}

void
ui_click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_is_sensitive (widget));
  /* A button's activation shows the press first, for a quarter of a second. */
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
  ui_flush ();
}
