/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The message: service, template, title, text, what goes with them. What is written goes into the
 * draft at once; what is to be said of it comes a moment later (ion-message-judging.c).
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-part-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (IonMessagePart, ion_message_part, ION_TYPE_COMPOSE_PART)

/* The languages of IO's citizens; the first is the main text. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { NULL, N_ ("Italian") }, { "de", N_ ("German") },  { "en", N_ ("English") },
  { "fr", N_ ("French") },  { "es", N_ ("Spanish") },
};

IonDraft *
ion_message_part_get_draft (IonMessagePart *self)
{
  return ion_draft_editor_get_draft (ion_compose_part_get_editor (ION_COMPOSE_PART (self)));
}

IonTemplateText *
ion_message_part_find_text (IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;

  if (self->language == NULL)
    return template_->main;
  for (guint i = 0; i < template_->variants->len; i++)
    {
      IonTemplateText *text = g_ptr_array_index (template_->variants, i);

      if (g_strcmp0 (text->language, self->language) == 0)
        return text;
    }
  return NULL;
}

void
ion_message_part_tell (IonMessagePart *self)
{
  self->is_telling = TRUE;
  ion_draft_editor_tell_message (ion_compose_part_get_editor (ION_COMPOSE_PART (self)));
  self->is_telling = FALSE;
  self->is_typed = TRUE;
  ion_message_part_judge_later (self);
}

/* A language is there as soon as something is written in it, and gone with its last letter. */
static IonTemplateText *
need_text (IonMessagePart *self)
{
  IonTemplateText *text = ion_message_part_find_text (self);

  if (text == NULL)
    {
      text = ion_template_text_new (self->language);
      g_ptr_array_add (ion_message_part_get_draft (self)->template_->variants, text);
    }
  return text;
}

static void
drop_empty_text (IonMessagePart *self, IonTemplateText *text)
{
  if (text->language != NULL && *text->subject == '\0' && *text->markdown == '\0' &&
      text->buttons->len == 0)
    g_ptr_array_remove (ion_message_part_get_draft (self)->template_->variants, text);
}

/* @place: (inout) (owned); @value: (transfer full) */
static void
take (IonMessagePart *self, char **place, char *value)
{
  g_free (*place);
  *place = value;
  ion_message_part_tell (self);
}

static void
title_cb (IonMessagePart *self)
{
  IonTemplateText *text = need_text (self);

  g_free (text->subject);
  text->subject = ion_field_editor_get_text (self->title_editor);
  drop_empty_text (self, text);
  ion_message_part_tell (self);
}

static void
text_cb (IonMessagePart *self)
{
  IonTemplateText *text = need_text (self);

  g_free (text->markdown);
  text->markdown = ion_field_editor_get_text (self->text_editor);
  drop_empty_text (self, text);
  ion_message_part_tell (self);
}

static void
buttons_cb (IonMessagePart *self)
{
  IonTemplateText *text = need_text (self);

  ion_button_group_store (self->buttons, text);
  drop_empty_text (self, text);
  ion_message_part_tell (self);
}

static void
value_cb (IonValueRow *row, IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  char **place = row == self->due_row      ? &template_->due_date
                 : row == self->amount_row ? &template_->amount
                                           : &template_->notice_number;

  take (self, place, g_strdup (ion_value_row_get_value (row)));
}

/* The field by its name, not as it is written in a text. */
static void
distinct_cb (IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  const char *value = ion_value_row_get_value (self->distinct_row);

  take (self, &template_->distinct_by,
        value != NULL ? g_strndup (value + 2, strlen (value) - 4) : NULL);
}

static void
payee_cb (IonMessagePart *self)
{
  const char *text = gtk_editable_get_text (self->payee_row);

  if (!self->is_showing)
    take (self, &ion_message_part_get_draft (self)->template_->payee,
          *text != '\0' ? g_strdup (text) : NULL);
}

static void
switch_cb (IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;

  if (self->is_showing)
    return;
  template_->invalid_after_due_date = gtk_switch_get_active (self->expires_switch);
  template_->secure = gtk_switch_get_active (self->secure_switch);
  ion_message_part_tell (self);
}

/* Switched off and on again, it says what it said. */
static void
payment_cb (IonMessagePart *self)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  gboolean enabled = adw_expander_row_get_enable_expansion (self->payment_row);

  if (self->is_showing ||
      enabled == (template_->amount != NULL || template_->notice_number != NULL))
    return;
  if (enabled)
    {
      template_->amount = g_strdup (self->old_amount != NULL ? self->old_amount : "{{importo}}");
      template_->notice_number =
          g_strdup (self->old_notice != NULL ? self->old_notice : "{{avviso}}");
    }
  else
    {
      g_free (self->old_amount);
      g_free (self->old_notice);
      self->old_amount = g_steal_pointer (&template_->amount);
      self->old_notice = g_steal_pointer (&template_->notice_number);
    }
  ion_message_part_tell (self);
  ion_message_part_show (self);
}

static void
language_cb (IonMessagePart *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->is_showing || selected >= G_N_ELEMENTS (languages) ||
      g_strcmp0 (languages[selected].code, self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (languages[selected].code);
  ion_message_part_show (self);
  ion_draft_editor_set_language (ion_compose_part_get_editor (ION_COMPOSE_PART (self)),
                                 self->language);
}

static void
show_text (IonFieldEditor *editor, const char *text)
{
  g_autofree char *shown = ion_field_editor_get_text (editor);

  if (!g_str_equal (shown, text))
    ion_field_editor_set_text (editor, text);
}

static void
show_payment (IonMessagePart *self, const IonTemplate *template_)
{
  gboolean has_payment = template_->amount != NULL || template_->notice_number != NULL;

  adw_expander_row_set_enable_expansion (self->payment_row, has_payment);
  ion_value_row_set_value (self->amount_row, template_->amount);
  ion_value_row_set_value (self->notice_row, template_->notice_number);
  gtk_editable_set_text (self->payee_row, template_->payee != NULL ? template_->payee : "");
  gtk_switch_set_active (self->expires_switch, template_->invalid_after_due_date);
}

void
ion_message_part_show (IonMessagePart *self)
{
  const IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  g_autoptr (IonTemplateText) nothing = ion_template_text_new (NULL);
  const IonTemplateText *text = ion_message_part_find_text (self);
  g_autofree char *distinct = NULL;

  if (text == NULL)
    text = nothing;
  if (template_->distinct_by != NULL)
    distinct = g_strdup_printf ("{{%s}}", template_->distinct_by);
  self->is_showing = TRUE;
  ion_message_part_show_choices (self);
  ion_message_part_show_fields (self);
  show_text (self->title_editor, text->subject);
  show_text (self->text_editor, text->markdown);
  ion_button_group_show (self->buttons, text);
  ion_value_row_set_value (self->due_row, template_->due_date);
  ion_value_row_set_value (self->distinct_row, distinct);
  show_payment (self, template_);
  gtk_switch_set_active (self->secure_switch, template_->secure);
  self->is_showing = FALSE;
  ion_message_part_judge_later (self);
}

/* Somebody else changed it: undo of a toast. */
static void
message_changed_cb (IonMessagePart *self)
{
  if (!self->is_telling)
    ion_message_part_show (self);
}

static void
sampled_cb (IonMessagePart *self)
{
  const IonTemplateText *text = ion_message_part_find_text (self);

  if (text != NULL)
    ion_message_lengths_sampled (&self->lengths,
                                 ion_compose_part_get_editor (ION_COMPOSE_PART (self)), text);
  ion_message_part_judge_later (self);
}

static void
follow (IonMessagePart *self)
{
  IonDraftEditor *editor = ion_compose_part_get_editor (ION_COMPOSE_PART (self));

  g_signal_connect_object (editor, "message-changed", G_CALLBACK (message_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "sampled", G_CALLBACK (sampled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "checked", G_CALLBACK (ion_message_part_judge_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "shown-changed", G_CALLBACK (ion_message_part_judge_later), self,
                           G_CONNECT_SWAPPED);
}

static void
ion_message_part_constructed (GObject *object)
{
  IonMessagePart *self = ION_MESSAGE_PART (object);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  G_OBJECT_CLASS (ion_message_part_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, _ (languages[i].name));
  self->is_showing = TRUE;
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  follow (self);
  ion_message_part_show (self);
  ion_message_part_judge_now (self);
  ion_message_part_choices_begin (self);
}

static void
ion_message_part_dispose (GObject *object)
{
  IonMessagePart *self = ION_MESSAGE_PART (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  G_OBJECT_CLASS (ion_message_part_parent_class)->dispose (object);
}

static void
ion_message_part_finalize (GObject *object)
{
  IonMessagePart *self = ION_MESSAGE_PART (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choices, ion_message_choices_free);
  g_strfreev (self->field_names);
  g_free (self->language);
  g_free (self->old_amount);
  g_free (self->old_notice);
  G_OBJECT_CLASS (ion_message_part_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IonMessagePart, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/message/"
                                                             "ion-message-part.ui");
  BIND (service_row);
  BIND (template_row);
  BIND (language_row);
  BIND (title_editor);
  BIND (title_counter);
  BIND (text_editor);
  BIND (text_counter);
  BIND (advice_list);
  BIND (due_row);
  BIND (payment_row);
  BIND (amount_row);
  BIND (notice_row);
  BIND (payee_row);
  BIND (expires_switch);
  BIND (buttons);
  BIND (distinct_row);
  BIND (secure_switch);
  gtk_widget_class_bind_template_callback (widget_class, ion_message_part_service_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_message_part_template_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_message_part_mend_cb);
  gtk_widget_class_bind_template_callback (widget_class, ion_message_part_dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, buttons_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
  gtk_widget_class_bind_template_callback (widget_class, distinct_cb);
  gtk_widget_class_bind_template_callback (widget_class, payee_cb);
  gtk_widget_class_bind_template_callback (widget_class, switch_cb);
  gtk_widget_class_bind_template_callback (widget_class, payment_cb);
}

static void
ion_message_part_class_init (IonMessagePartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ion_message_part_constructed;
  object_class->dispose = ion_message_part_dispose;
  object_class->finalize = ion_message_part_finalize;
  g_type_ensure (ION_TYPE_ADVICE_LIST);
  g_type_ensure (ION_TYPE_BUTTON_GROUP);
  g_type_ensure (ION_TYPE_FIELD_EDITOR);
  g_type_ensure (ION_TYPE_VALUE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ion_message_part_init (IonMessagePart *self)
{
  self->cancellable = g_cancellable_new ();
  self->is_showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
