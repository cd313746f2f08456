/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A template's words in plain fields.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-form.h"

#include "ion-template-shelf.h"

#include <adwaita.h>

struct _IonTemplateForm
{
  GtkWidget parent_instance;

  GtkWidget *box;        /* (unowned) */
  GtkEditable *name;     /* (unowned) */
  AdwComboRow *kind;     /* (unowned) */
  GtkStringList *kinds;  /* (unowned) */
  GtkEditable *subject;  /* (unowned) */
  GtkTextBuffer *text;   /* (unowned) */
  GtkEditable *due_date; /* (unowned) */
  GtkEditable *amount;   /* (unowned) */
  GtkEditable *notice;   /* (unowned) */
  GtkWidget *payment;    /* (unowned): the group */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (IonTemplateForm, ion_template_form, GTK_TYPE_WIDGET)

static guint changed_signal;

static IonTemplateKind
get_kind (IonTemplateForm *self)
{
  return (IonTemplateKind) MIN (adw_combo_row_get_selected (self->kind), ION_TEMPLATE_FREE);
}

static void
changed_cb (IonTemplateForm *self)
{
  gtk_widget_set_visible (self->payment, get_kind (self) == ION_TEMPLATE_PAYMENT ||
                                             *gtk_editable_get_text (self->amount) != '\0');
  if (!self->is_showing)
    g_signal_emit (self, changed_signal, 0);
}

static void
ion_template_form_dispose (GObject *object)
{
  g_clear_pointer (&ION_TEMPLATE_FORM (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_template_form_parent_class)->dispose (object);
}

static void
ion_template_form_class_init (IonTemplateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_template_form_dispose;
  changed_signal = g_signal_new ("changed", ION_TYPE_TEMPLATE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/templates/"
                                                             "ion-template-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, box);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, name);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, kind);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, kinds);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, subject);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, text);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, due_date);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, amount);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, notice);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateForm, payment);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ion_template_form_init (IonTemplateForm *self)
{
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (IonTemplateKind kind = ION_TEMPLATE_NEWS; kind <= ION_TEMPLATE_FREE; kind++)
    gtk_string_list_append (self->kinds, ion_template_kind_get_label (kind));
  self->is_showing = FALSE;
}

static void
show_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

void
ion_template_form_show (IonTemplateForm *self, const IonTemplate *template_)
{
  g_return_if_fail (ION_IS_TEMPLATE_FORM (self) && template_ != NULL);

  self->is_showing = TRUE;
  show_text (self->name, template_->name);
  adw_combo_row_set_selected (self->kind, template_->kind);
  show_text (self->subject, template_->main->subject);
  gtk_text_buffer_set_text (self->text, template_->main->markdown, -1);
  show_text (self->due_date, template_->due_date);
  show_text (self->amount, template_->amount);
  show_text (self->notice, template_->notice_number);
  changed_cb (self);
  self->is_showing = FALSE;
}

static void
take_text (char **text, char *typed)
{
  g_free (*text);
  *text = g_strstrip (typed);
}

/* What is empty is not there. */
static void
take_optional (char **text, GtkEditable *row)
{
  take_text (text, g_strdup (gtk_editable_get_text (row)));
  if (**text == '\0')
    g_clear_pointer (text, g_free);
}

void
ion_template_form_apply (IonTemplateForm *self, IonTemplate *template_)
{
  GtkTextIter start, end;

  g_return_if_fail (ION_IS_TEMPLATE_FORM (self) && template_ != NULL);

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  take_text (&template_->name, g_strdup (gtk_editable_get_text (self->name)));
  template_->kind = get_kind (self);
  take_text (&template_->main->subject, g_strdup (gtk_editable_get_text (self->subject)));
  take_text (&template_->main->markdown, gtk_text_buffer_get_text (self->text, &start, &end, TRUE));
  take_optional (&template_->due_date, self->due_date);
  take_optional (&template_->amount, self->amount);
  take_optional (&template_->notice_number, self->notice);
}
