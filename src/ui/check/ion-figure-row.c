/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Typed, not copied from the screen: a figure that stands beside the field proves nothing.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-figure-row.h"

#include "ion-amount.h"

#include <glib/gi18n-lib.h>

struct _IonFigureRow
{
  AdwEntryRow parent_instance;

  GtkWidget *verdict; /* (unowned) */
  GtkImage *mark;     /* (unowned) */
  GtkLabel *words;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonFigureRow, ion_figure_row, ADW_TYPE_ENTRY_ROW)

enum
{
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
typed_cb (IonFigureRow *self)
{
  g_signal_emit (self, signals[TYPED], 0);
}

/* What was said about the former text does not hold for this one. */
static void
changed_cb (IonFigureRow *self)
{
  ion_figure_row_set_verdict (self, ION_FIGURE_ROW_SILENT);
}

static void
ion_figure_row_class_init (IonFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TYPED] = g_signal_new ("typed", ION_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonFigureRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, IonFigureRow, mark);
  gtk_widget_class_bind_template_child (widget_class, IonFigureRow, words);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_figure_row_init (IonFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_figure_row_set_verdict (IonFigureRow *self, IonFigureVerdict verdict)
{
  const char *words = "";

  g_return_if_fail (ION_IS_FIGURE_ROW (self));

  if (verdict == ION_FIGURE_ROW_UNREADABLE)
    words = _ ("Cannot be read");
  else if (verdict == ION_FIGURE_ROW_DIFFERS)
    /* Translators: a figure that was typed is not the campaign's */
    words = _ ("Does not match");
  else if (verdict == ION_FIGURE_ROW_FITS)
    words = _ ("Matches");
  gtk_label_set_label (self->words, words);
  gtk_image_set_from_icon_name (self->mark, verdict == ION_FIGURE_ROW_FITS
                                                ? "ion-done-symbolic"
                                                : "ion-warning-symbolic");
  gtk_widget_set_visible (self->verdict, verdict != ION_FIGURE_ROW_SILENT);
  gtk_widget_remove_css_class (self->verdict, "success");
  gtk_widget_remove_css_class (self->verdict, "error");
  gtk_widget_add_css_class (self->verdict, verdict == ION_FIGURE_ROW_FITS ? "success" : "error");
  /* The one who types hears it as the field's own words. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

void
ion_figure_row_show_figure (IonFigureRow *self, IonFigure figure)
{
  IonFigureVerdict verdict = ION_FIGURE_ROW_SILENT;

  g_return_if_fail (ION_IS_FIGURE_ROW (self));

  if (figure == ION_FIGURE_FITS)
    verdict = ION_FIGURE_ROW_FITS;
  else if (figure == ION_FIGURE_DIFFERS)
    verdict = ION_FIGURE_ROW_DIFFERS;
  else if (*gtk_editable_get_text (GTK_EDITABLE (self)) != '\0')
    verdict = ION_FIGURE_ROW_UNREADABLE;
  ion_figure_row_set_verdict (self, verdict);
}

/**
 * ion_figure_row_get_count:
 *
 * Returns: what was typed as a number of people ("5.101", "5 101", "5101"); -1 where it is none
 */
gint64
ion_figure_row_get_count (IonFigureRow *self)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint64 number = 0;

  g_return_val_if_fail (ION_IS_FIGURE_ROW (self), -1);

  for (const char *p = gtk_editable_get_text (GTK_EDITABLE (self)); *p != '\0';
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        g_string_append_c (digits, (char) c);
      else if (c != '.' && c != '\'' && !g_unichar_isspace (c))
        return -1;
    }
  return g_ascii_string_to_unsigned (digits->str, 10, 0, G_MAXINT32, &number, NULL)
             ? (gint64) number
             : -1;
}

/**
 * ion_figure_row_get_cents:
 *
 * Returns: what was typed as an amount; -1 where it is none
 */
gint64
ion_figure_row_get_cents (IonFigureRow *self)
{
  gint64 cents = 0;

  g_return_val_if_fail (ION_IS_FIGURE_ROW (self), -1);

  return ion_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self)), &cents, NULL) ? cents : -1;
}
