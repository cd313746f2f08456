/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The figures of a check, which are also the filters of its list.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-figures-bar.h"

#include "ion-format.h"
#include "ion-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _IonFiguresBar
{
  GtkWidget parent_instance;

  GtkLabel *ready_label;
  GtkToggleButton *to_mend;
  GtkLabel *to_mend_label;
  GtkToggleButton *duplicates;
  GtkLabel *duplicates_label;
  GtkToggleButton *to_look_at;
  GtkLabel *to_look_at_label;

  IonIssuesFilter filter;
};

G_DEFINE_FINAL_TYPE (IonFiguresBar, ion_figures_bar, GTK_TYPE_WIDGET)

static guint filtered_signal;

static GtkToggleButton *
find_button (IonFiguresBar *self, IonIssuesFilter filter)
{
  switch (filter)
    {
    case ION_ISSUES_TO_MEND:
      return self->to_mend;
    case ION_ISSUES_DUPLICATES:
      return self->duplicates;
    case ION_ISSUES_TO_LOOK_AT:
      return self->to_look_at;
    case ION_ISSUES_ALL:
    default:
      return NULL;
    }
}

/* One at a time, and none: then all are listed. */
static void
toggled_cb (GtkToggleButton *button, IonFiguresBar *self)
{
  IonIssuesFilter before = self->filter;

  if (gtk_toggle_button_get_active (button))
    {
      for (IonIssuesFilter filter = ION_ISSUES_TO_MEND; filter <= ION_ISSUES_TO_LOOK_AT; filter++)
        if (find_button (self, filter) == button)
          self->filter = filter;
      for (IonIssuesFilter filter = ION_ISSUES_TO_MEND; filter <= ION_ISSUES_TO_LOOK_AT; filter++)
        if (filter != self->filter)
          gtk_toggle_button_set_active (find_button (self, filter), FALSE);
    }
  else if (find_button (self, self->filter) == button)
    self->filter = ION_ISSUES_ALL;
  if (self->filter != before)
    g_signal_emit (self, filtered_signal, 0);
}

static void
ion_figures_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_figures_bar_parent_class)->dispose (object);
}

static void
ion_figures_bar_class_init (IonFiguresBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_figures_bar_dispose;

  filtered_signal = g_signal_new ("filtered", ION_TYPE_FIGURES_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ION_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-figures-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, ready_label);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, to_mend);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, to_mend_label);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, duplicates);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, duplicates_label);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, to_look_at);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresBar, to_look_at_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ion_figures_bar_init (IonFiguresBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_figure (GtkToggleButton *button, GtkLabel *label, gint64 count, const char *words)
{
  g_autofree char *number = ion_format_count (count);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);
  g_autofree char *text = g_strjoinv (number, parts);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (button), count > 0);
  if (count == 0)
    gtk_toggle_button_set_active (button, FALSE);
}

void
ion_figures_bar_show (IonFiguresBar *self, const IonImportReport *report)
{
  g_autofree char *ready = ion_format_count (report->valid);
  g_autofree char *text = NULL;
  gint64 warnings = MAX (0, report->warnings - report->duplicates);

  g_return_if_fail (ION_IS_FIGURES_BAR (self));

  text = g_strdup_printf (ngettext ("%s ready", "%s ready", (gulong) report->valid), ready);
  gtk_label_set_label (self->ready_label, text);
  show_figure (self->to_mend, self->to_mend_label, report->invalid,
               ngettext ("%s to correct", "%s to correct", (gulong) report->invalid));
  show_figure (self->duplicates, self->duplicates_label, report->duplicates,
               ngettext ("%s duplicate", "%s duplicates", (gulong) report->duplicates));
  show_figure (self->to_look_at, self->to_look_at_label, warnings,
               ngettext ("%s to look at", "%s to look at", (gulong) warnings));
}

IonIssuesFilter
ion_figures_bar_get_filter (IonFiguresBar *self)
{
  g_return_val_if_fail (ION_IS_FIGURES_BAR (self), ION_ISSUES_ALL);

  return self->filter;
}
