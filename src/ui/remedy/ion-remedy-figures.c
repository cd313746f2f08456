/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who has the message that is wrong: the first thing that one wants to know.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-remedy-figures.h"

#include "ion-format.h"

struct _IonRemedyFigures
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *taken_row;    /* (unowned) */
  GtkWidget *may_row;      /* (unowned) */
  GtkWidget *pending_row;  /* (unowned) */
  GtkWidget *others_row;   /* (unowned) */
  GtkLabel *have_label;    /* (unowned) */
  GtkLabel *taken_label;   /* (unowned) */
  GtkLabel *may_label;     /* (unowned) */
  GtkLabel *pending_label; /* (unowned) */
  GtkLabel *others_label;  /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonRemedyFigures, ion_remedy_figures, ADW_TYPE_PREFERENCES_GROUP)

static void
ion_remedy_figures_class_init (IonRemedyFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/remedy/"
                                                             "ion-remedy-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, taken_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, may_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, pending_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, others_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, have_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, taken_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, may_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, pending_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyFigures, others_label);
}

static void
ion_remedy_figures_init (IonRemedyFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_figure (GtkLabel *label, gint64 figure, GtkWidget *row)
{
  g_autofree char *text = ion_format_count (figure);

  gtk_label_set_label (label, text);
  if (row != NULL)
    gtk_widget_set_visible (row, figure > 0);
}

void
ion_remedy_figures_show (IonRemedyFigures *self, const IonRemedy *remedy)
{
  g_return_if_fail (ION_IS_REMEDY_FIGURES (self) && remedy != NULL);

  show_figure (self->have_label, remedy->have_it, NULL);
  show_figure (self->taken_label, remedy->taken, self->taken_row);
  show_figure (self->may_label, remedy->may_have_it, self->may_row);
  show_figure (self->pending_label, remedy->not_sent, self->pending_row);
  show_figure (self->others_label, remedy->others, self->others_row);
}
