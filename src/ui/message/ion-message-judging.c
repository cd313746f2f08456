/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What there is to say of the message as it stands: a moment after the last key, so that none of
 * them waits.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-part-private.h"

#include "ion-field-menu.h"
#include "ion-ledger-services.h"
#include "ion-renderer.h"

#include <glib/gi18n-lib.h>

#define JUDGE_DELAY_MS 150

static IonDraftEditor *
get_editor (IonMessagePart *self)
{
  return ion_compose_part_get_editor (ION_COMPOSE_PART (self));
}

static void
show_counter (GtkLabel *label, gsize length, gsize longest, gsize limit)
{
  g_autofree char *text = ion_message_lengths_describe (length, longest, limit);

  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  if (longest > limit)
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
}

/* Why no message at all can be made; lengths and the rows' values are told elsewhere. */
static char *
find_fault (const IonTemplate *template_)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, &error);

  return renderer == NULL ? g_strdup (error->message) : NULL;
}

static gboolean
is_dismissed (IonMessagePart *self, const IonAdvice *advice)
{
  const char *const *dismissed =
      (const char *const *) ion_message_part_get_draft (self)->dismissed_advice;

  return !advice->is_fault && dismissed != NULL && g_strv_contains (dismissed, advice->code);
}

static guint
show_advice (IonMessagePart *self, const IonAdviceFacts *facts, const char *fault)
{
  const IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  const IonTemplateText *text = ion_message_part_find_text (self);
  g_autoptr (GPtrArray) advice = NULL;
  guint faults = fault != NULL ? 1 : 0;

  advice = text != NULL ? ion_advice_list (template_, text, facts)
                        : g_ptr_array_new_with_free_func (g_free);
  for (guint i = advice->len; i > 0; i--)
    {
      const IonAdvice *one = g_ptr_array_index (advice, i - 1);

      if (is_dismissed (self, one))
        g_ptr_array_remove_index (advice, i - 1);
      else if (one->is_fault)
        faults++;
    }
  ion_advice_list_show (self->advice_list, advice, fault);
  return faults;
}

static const char *
find_service_name (IonMessagePart *self)
{
  const char *id = ion_message_part_get_draft (self)->service_id;

  for (guint i = 0; self->choices != NULL && i < self->choices->services->len; i++)
    {
      const IonService *service = g_ptr_array_index (self->choices->services, i);

      if (g_strcmp0 (service->id, id) == 0)
        return service->name;
    }
  return NULL;
}

static char *
summarize (IonMessagePart *self)
{
  const char *service = find_service_name (self);
  const char *name = ion_message_part_get_draft (self)->template_->name;

  if (service == NULL)
    return g_strdup (*name != '\0' ? name : NULL);
  return *name != '\0' ? g_strdup_printf ("%s · %s", service, name) : g_strdup (service);
}

static void
show_state (IonMessagePart *self, guint faults)
{
  const IonDraft *draft = ion_message_part_get_draft (self);
  const IonTemplateText *text = draft->template_->main;
  gboolean is_empty = *text->subject == '\0' || *text->markdown == '\0';
  g_autofree char *summary = summarize (self);
  g_autofree char *words = NULL;
  IonPartState state = ION_PART_READY;

  if (is_empty || draft->service_id == NULL)
    {
      state = ION_PART_TO_DO;
      words = g_strdup (C_ ("state of a part", "To do"));
    }
  else if (faults > 0)
    {
      state = ION_PART_PROBLEM;
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to mend", "%u to mend", faults),
                               faults);
    }
  else
    words = g_strdup (C_ ("state of a part", "Ready"));
  ion_compose_part_set_state (ION_COMPOSE_PART (self), state, words, summary);
}

void
ion_message_part_judge_now (IonMessagePart *self)
{
  IonDraftEditor *editor = get_editor (self);
  const IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  const IonTemplateText *text = ion_message_part_find_text (self);
  IonAdviceFacts facts = { 0 };
  g_autofree char *fault = NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (text == NULL)
    self->lengths = (IonMessageLengths){ 0 };
  else if (self->is_typed)
    ion_message_lengths_type (&self->lengths, editor, text);
  else
    ion_message_lengths_measure (&self->lengths, editor, text);
  self->is_typed = FALSE;
  ion_message_lengths_get_facts (&self->lengths, editor, &facts);
  facts.office_name =
      ion_office_get_name (ion_desk_get_office (ion_draft_editor_get_desk (editor)));
  show_counter (self->title_counter, self->lengths.subject, facts.longest_subject, ION_SUBJECT_MAX);
  show_counter (self->text_counter, self->lengths.text, facts.longest_text, ION_MARKDOWN_MAX);
  fault = find_fault (template_);
  show_state (self, show_advice (self, &facts, fault));
  ion_message_part_show_fields (self);
}

static gboolean
judge_cb (gpointer user_data)
{
  IonMessagePart *self = user_data;

  self->refresh_id = 0;
  ion_message_part_judge_now (self);
  return G_SOURCE_REMOVE;
}

/* Not put off by every key: who types on and on sees it move too. */
void
ion_message_part_judge_later (IonMessagePart *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_timeout_add_full (G_PRIORITY_LOW, JUDGE_DELAY_MS, judge_cb, self, NULL);
}

/* The menus and lists of fields, made anew only where there are others. */
void
ion_message_part_show_fields (IonMessagePart *self)
{
  IonDraftEditor *editor = get_editor (self);
  g_auto (GStrv) names = ion_field_menu_list (ion_message_part_get_draft (self)->template_,
                                              ion_draft_editor_get_report (editor));
  const char *const *fields = (const char *const *) names;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->field_names != NULL && g_strv_equal ((const char *const *) self->field_names, fields))
    return;
  menu = ion_field_menu_new (fields);
  ion_field_editor_set_fields (self->title_editor, menu);
  ion_field_editor_set_fields (self->text_editor, menu);
  ion_value_row_set_fields (self->due_row, fields);
  ion_value_row_set_fields (self->amount_row, fields);
  ion_value_row_set_fields (self->notice_row, fields);
  ion_value_row_set_fields (self->distinct_row, fields);
  g_strfreev (self->field_names);
  self->field_names = g_steal_pointer (&names);
}

void
ion_message_part_mend_cb (IonMessagePart *self, const char *code)
{
  IonTemplate *template_ = ion_message_part_get_draft (self)->template_;
  IonTemplateText *text = ion_message_part_find_text (self);

  if (text == NULL || !ion_advice_mend (code, template_, text))
    return;
  /* As if it had been typed, so that undo takes it back. */
  {
    g_autofree char *title = ion_field_editor_get_text (self->title_editor);
    g_autofree char *body = ion_field_editor_get_text (self->text_editor);
    g_autofree char *new_title = g_strdup (text->subject);
    g_autofree char *new_body = g_strdup (text->markdown);

    if (!g_str_equal (title, new_title))
      ion_field_editor_replace_text (self->title_editor, new_title);
    if (!g_str_equal (body, new_body))
      ion_field_editor_replace_text (self->text_editor, new_body);
  }
  ion_message_part_tell (self);
  ion_message_part_show (self);
  ion_message_part_judge_now (self);
}

void
ion_message_part_dismiss_cb (IonMessagePart *self, const char *code)
{
  IonDraft *draft = ion_message_part_get_draft (self);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (draft->dismissed_advice != NULL)
    g_strv_builder_addv (codes, (const char **) draft->dismissed_advice);
  g_strv_builder_add (codes, code);
  g_strfreev (draft->dismissed_advice);
  draft->dismissed_advice = g_strv_builder_end (codes);
  ion_draft_editor_tell_plan (get_editor (self));
  ion_message_part_judge_now (self);
}
