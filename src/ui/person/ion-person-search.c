/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The head of the counter's page: one field, and a reason for the journal.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-search.h"

#include "ion-code-hint.h"

struct _IonPersonSearch
{
  AdwBin parent_instance;

  GtkEditable *code;      /* (unowned) */
  GtkEditable *purpose;   /* (unowned) */
  GtkLabel *hint;         /* (unowned) */
  GtkWidget *button;      /* (unowned) */
  GtkStack *button_stack; /* (unowned) */
  IonCodeHint state;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (IonPersonSearch, ion_person_search, ADW_TYPE_BIN)

enum
{
  SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_class (gpointer widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update (IonPersonSearch *self)
{
  gboolean is_code = self->state == ION_CODE_HINT_GOOD || self->state == ION_CODE_HINT_DOUBTFUL;

  gtk_widget_set_sensitive (self->button, is_code && !self->is_busy);
  set_class (self->code, "error", self->state == ION_CODE_HINT_WRONG);
  set_class (self->hint, "error", self->state == ION_CODE_HINT_WRONG);
  set_class (self->code, "warning", self->state == ION_CODE_HINT_DOUBTFUL);
  set_class (self->hint, "warning", self->state == ION_CODE_HINT_DOUBTFUL);
}

static void
code_changed_cb (IonPersonSearch *self)
{
  g_autofree char *sentence = NULL;

  self->state = ion_code_hint (gtk_editable_get_text (self->code), &sentence);
  /* Never empty: nothing below jumps when there is something to say. */
  gtk_label_set_label (self->hint, *sentence != '\0' ? sentence : " ");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  update (self);
}

static void
search_cb (IonPersonSearch *self)
{
  if (gtk_widget_is_sensitive (self->button))
    g_signal_emit (self, signals[SEARCH], 0, gtk_editable_get_text (self->code),
                   gtk_editable_get_text (self->purpose));
}

static void
ion_person_search_class_init (IonPersonSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SEARCH] = g_signal_new ("search", ION_TYPE_PERSON_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/person/"
                                                             "ion-person-search.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPersonSearch, code);
  gtk_widget_class_bind_template_child (widget_class, IonPersonSearch, purpose);
  gtk_widget_class_bind_template_child (widget_class, IonPersonSearch, hint);
  gtk_widget_class_bind_template_child (widget_class, IonPersonSearch, button);
  gtk_widget_class_bind_template_child (widget_class, IonPersonSearch, button_stack);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
ion_person_search_init (IonPersonSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  code_changed_cb (self);
}

void
ion_person_search_begin (IonPersonSearch *self)
{
  g_return_if_fail (ION_IS_PERSON_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

void
ion_person_search_clear (IonPersonSearch *self)
{
  g_return_if_fail (ION_IS_PERSON_SEARCH (self));

  gtk_editable_set_text (self->code, "");
}

void
ion_person_search_set_busy (IonPersonSearch *self, gboolean is_busy)
{
  g_return_if_fail (ION_IS_PERSON_SEARCH (self));

  self->is_busy = is_busy;
  gtk_stack_set_visible_child_name (self->button_stack, is_busy ? "busy" : "words");
  update (self);
}
