/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One person typed becomes a table of one row, which passes the checks of a file.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-form.h"

#include "ion-code-hint.h"
#include "ion-mapping.h"
#include "ion-renderer.h"
#include "ion-source-change.h"
#include "ion-tab-text.h"

#include <glib/gi18n-lib.h>

struct _IonPersonForm
{
  AdwBin parent_instance;

  AdwEntryRow *code_row;
  GtkLabel *remark;
  AdwPreferencesGroup *fields_group;
  GtkWidget *take_button;

  IonDraftEditor *editor; /* (owned) (nullable) */
  GPtrArray *rows;        /* (owned) (element-type AdwEntryRow): one a field */
  GPtrArray *names;       /* (owned) (element-type utf8): of those fields */
};

G_DEFINE_FINAL_TYPE (IonPersonForm, ion_person_form, ADW_TYPE_BIN)

static guint done_signal;

static void
changed_cb (IonPersonForm *self)
{
  g_autofree char *sentence = NULL;
  IonCodeHint hint =
      ion_code_hint (gtk_editable_get_text (GTK_EDITABLE (self->code_row)), &sentence);

  gtk_label_set_label (self->remark, sentence);
  if (hint == ION_CODE_HINT_WRONG)
    gtk_widget_add_css_class (GTK_WIDGET (self->code_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->code_row), "error");
  gtk_widget_set_sensitive (self->take_button,
                            hint == ION_CODE_HINT_GOOD || hint == ION_CODE_HINT_DOUBTFUL);
}

static char *
make_rows (IonPersonForm *self)
{
  GString *text = g_string_new (ION_FIELD_FISCAL_CODE);

  for (guint i = 0; i < self->names->len; i++)
    ion_tab_text_append (text, g_ptr_array_index (self->names, i));
  g_string_append_c (text, '\n');
  g_string_append (text, gtk_editable_get_text (GTK_EDITABLE (self->code_row)));
  for (guint i = 0; i < self->rows->len; i++)
    ion_tab_text_append (text,
                         gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, i))));
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
take_cb (IonPersonForm *self)
{
  g_autofree char *rows = NULL;

  if (!gtk_widget_get_sensitive (self->take_button))
    return;
  rows = make_rows (self);
  ion_source_change_to_rows (GTK_WIDGET (self), self->editor, rows);
  g_signal_emit (self, done_signal, 0);
}

static void
cancel_cb (IonPersonForm *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
clear_rows (IonPersonForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->names, 0);
}

static void
add_row (IonPersonForm *self, const char *name, gboolean is_optional)
{
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: %s is a field of the message that may stay empty */
  g_autofree char *optional = g_strdup_printf (_ ("%s (may stay empty)"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_optional ? optional : name);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fields_group, row);
  g_ptr_array_add (self->rows, g_object_ref (row));
  g_ptr_array_add (self->names, g_strdup (name));
}

void
ion_person_form_begin (IonPersonForm *self)
{
  const IonDraft *draft;
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  g_return_if_fail (ION_IS_PERSON_FORM (self) && self->editor != NULL);

  clear_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->code_row), "");
  draft = ion_draft_editor_get_draft (self->editor);
  renderer = ion_renderer_new (draft->template_, NULL);
  fields = renderer != NULL ? ion_renderer_list_fields (renderer) : g_ptr_array_new ();
  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = g_ptr_array_index (fields, i);

      if (!ion_field_name_equal (name, ION_FIELD_FISCAL_CODE))
        add_row (self, name, ion_renderer_is_field_optional (renderer, name));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields_group), self->rows->len > 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

static void
ion_person_form_dispose (GObject *object)
{
  IonPersonForm *self = ION_PERSON_FORM (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_person_form_parent_class)->dispose (object);
}

static void
ion_person_form_class_init (IonPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_person_form_dispose;

  done_signal = g_signal_new ("done", ION_TYPE_PERSON_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/recipients/"
                                                             "ion-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPersonForm, code_row);
  gtk_widget_class_bind_template_child (widget_class, IonPersonForm, remark);
  gtk_widget_class_bind_template_child (widget_class, IonPersonForm, fields_group);
  gtk_widget_class_bind_template_child (widget_class, IonPersonForm, take_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ion_person_form_init (IonPersonForm *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_person_form_set_editor (IonPersonForm *self, IonDraftEditor *editor)
{
  g_return_if_fail (ION_IS_PERSON_FORM (self));

  g_set_object (&self->editor, editor);
}
