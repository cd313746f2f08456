/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The file form of a template: what offices exchange, and what a campaign keeps of the template
 * that it was made from. Lives here because the domain knows no JSON.
 */

#define G_LOG_DOMAIN "ion-template-json"

#include "config.h"

#include "ion-template-json.h"

#include "ion-json-reader.h"
#include "ion-renderer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* The parser recurses: no template needs more, nor is larger. */
#define DEPTH_MAX  16
#define LENGTH_MAX (1024 * 1024)

static const char *const languages[] = { "it", "de", "en", "fr", "es", NULL };

/* --- Reading --- */

static void
read_button (IonTemplateText *text, JsonNode *node, char *path, gboolean *failed, GError **error)
{
  IonJsonReader reader;
  const char *label, *label_en, *action;

  ion_json_reader_init (&reader, node, path, failed, error);
  label = ion_json_reader_get_text (&reader, "text", TRUE);
  label_en = ion_json_reader_get_text (&reader, "text_en", FALSE);
  action = ion_json_reader_get_text (&reader, "action", TRUE);
  ion_json_reader_end (&reader);

  if (!*failed)
    g_ptr_array_add (text->buttons, ion_template_button_new (label, label_en, action));
}

/* Returns: whether @parent says something about buttons, be it that there are none */
static gboolean
read_buttons (IonJsonReader *parent, IonTemplateText *text)
{
  JsonNode *node = ion_json_reader_get_node (parent, "buttons", JSON_NODE_ARRAY);
  JsonArray *array;

  if (node == NULL)
    return FALSE;

  array = json_node_get_array (node);
  if (json_array_get_length (array) > ION_BUTTONS_MAX)
    ion_json_reader_fail (parent, "buttons", _ ("a message has at most two buttons"));

  for (guint i = 0; i < json_array_get_length (array) && !*parent->failed; i++)
    read_button (text, json_array_get_element (array, i),
                 g_strdup_printf ("%sbuttons[%u].", parent->path, i), parent->failed,
                 parent->error);

  return TRUE;
}

static void
copy_buttons (IonTemplateText *text, const IonTemplateText *from)
{
  for (guint i = 0; i < from->buttons->len; i++)
    {
      const IonTemplateButton *button = g_ptr_array_index (from->buttons, i);

      g_ptr_array_add (text->buttons,
                       ion_template_button_new (button->text, button->text_en, button->action));
    }
}

static gboolean
read_words (IonJsonReader *reader, IonTemplateText *text)
{
  const char *subject = ion_json_reader_get_text (reader, "subject", TRUE);
  const char *markdown = ion_json_reader_get_text (reader, "markdown", TRUE);

  if (subject != NULL && markdown != NULL)
    {
      g_free (text->subject);
      g_free (text->markdown);
      text->subject = g_strdup (subject);
      text->markdown = g_strdup (markdown);
    }

  return read_buttons (reader, text);
}

static void
read_variants (IonJsonReader *parent, IonTemplate *self)
{
  JsonNode *node = ion_json_reader_get_node (parent, "variants", JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *language = NULL;
  JsonNode *member = NULL;

  if (node == NULL)
    return;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &member) && !*parent->failed)
    {
      IonTemplateText *text;
      IonJsonReader reader;
      g_autofree char *name = g_strdup_printf ("variants.%s", language);

      if (!g_strv_contains (languages, language))
        {
          ion_json_reader_fail (parent, name, _ ("the languages are it, de, en, fr and es"));
          return;
        }

      text = ion_template_text_new (language);
      g_ptr_array_add (self->variants, text);
      ion_json_reader_init (&reader, member, g_strconcat (name, ".", NULL), parent->failed,
                            parent->error);
      if (!read_words (&reader, text))
        copy_buttons (text, self->main);
      ion_json_reader_end (&reader);
    }
}

static void
read_payment (IonJsonReader *parent, IonTemplate *self)
{
  JsonNode *node = ion_json_reader_get_node (parent, "payment", JSON_NODE_OBJECT);
  IonJsonReader reader;

  if (node == NULL)
    return;

  ion_json_reader_init (&reader, node, g_strdup ("payment."), parent->failed, parent->error);
  self->amount = g_strdup (ion_json_reader_get_text (&reader, "amount", TRUE));
  self->notice_number = g_strdup (ion_json_reader_get_text (&reader, "notice_number", TRUE));
  self->payee = g_strdup (ion_json_reader_get_text (&reader, "payee", FALSE));
  self->invalid_after_due_date = ion_json_reader_get_boolean (&reader, "invalid_after_due_date");
  ion_json_reader_end (&reader);
}

static IonTemplate *
read_template (JsonNode *root, GError **error)
{
  g_autoptr (IonTemplate) self = NULL;
  IonJsonReader reader;
  const char *name, *kind_name;
  IonTemplateKind kind = ION_TEMPLATE_FREE;
  gboolean failed = FALSE;

  ion_json_reader_init (&reader, root, g_strdup (""), &failed, error);
  name = ion_json_reader_get_text (&reader, "name", TRUE);
  if (name != NULL && name[strspn (name, " \t\r\n")] == '\0')
    ion_json_reader_fail (&reader, "name", _ ("a template needs a name"));

  kind_name = ion_json_reader_get_text (&reader, "kind", FALSE);
  if (kind_name != NULL && !ion_template_kind_from_name (kind_name, &kind))
    ion_json_reader_fail (&reader, "kind",
                          _ ("the kinds are news, deadline, event, payment, appointment, expiry, "
                             "case, found-item and free"));

  self = ion_template_new (name != NULL ? name : "", kind);
  read_words (&reader, self->main);
  self->due_date = g_strdup (ion_json_reader_get_text (&reader, "due_date", FALSE));
  self->distinct_by = g_strdup (ion_json_reader_get_text (&reader, "distinct_by", FALSE));
  self->secure = ion_json_reader_get_boolean (&reader, "secure");
  self->premium = ion_json_reader_get_boolean (&reader, "premium");
  read_payment (&reader, self);
  read_variants (&reader, self);
  ion_json_reader_end (&reader);

  return failed ? NULL : g_steal_pointer (&self);
}

/* Whether brackets are nested no deeper than the parser may go. */
static gboolean
is_shallow (const char *json, gsize length)
{
  gboolean is_text = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (is_text && c == '\\')
        i++;
      else if (c == '"')
        is_text = !is_text;
      else if (!is_text && (c == '[' || c == '{') && ++depth > DEPTH_MAX)
        return FALSE;
      else if (!is_text && (c == ']' || c == '}'))
        depth--;
    }

  return TRUE;
}

IonTemplate *
ion_template_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  gsize size;

  g_return_val_if_fail (json != NULL, NULL);

  size = length < 0 ? strlen (json) : (gsize) length;
  if (size >= 3 && memcmp (json, "\xef\xbb\xbf", 3) == 0)
    {
      json += 3;
      size -= 3;
    }

  if (size > LENGTH_MAX || !g_utf8_validate (json, (gssize) size, NULL) || !is_shallow (json, size))
    {
      g_set_error_literal (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                           _ ("This is not a template: it is too large, or not text in UTF-8."));
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, (gssize) size, &parse_error))
    {
      g_set_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE,
                   _ ("This is not JSON: %s"), parse_error->message);
      return NULL;
    }

  return read_template (json_parser_get_root (parser), error);
}

/* --- Writing --- */

static void
write_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
write_words (JsonBuilder *builder, const IonTemplateText *text)
{
  write_text (builder, "subject", text->subject);
  write_text (builder, "markdown", text->markdown);

  json_builder_set_member_name (builder, "buttons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < text->buttons->len; i++)
    {
      const IonTemplateButton *button = g_ptr_array_index (text->buttons, i);

      json_builder_begin_object (builder);
      write_text (builder, "text", button->text);
      write_text (builder, "text_en", button->text_en);
      write_text (builder, "action", button->action);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_payment (JsonBuilder *builder, const IonTemplate *self)
{
  if (!ion_template_has_payment (self))
    return;

  json_builder_set_member_name (builder, "payment");
  json_builder_begin_object (builder);
  write_text (builder, "amount", self->amount);
  write_text (builder, "notice_number", self->notice_number);
  write_text (builder, "payee", self->payee);
  write_boolean (builder, "invalid_after_due_date", self->invalid_after_due_date);
  json_builder_end_object (builder);
}

static void
write_variants (JsonBuilder *builder, const IonTemplate *self)
{
  if (self->variants->len == 0)
    return;

  json_builder_set_member_name (builder, "variants");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->variants->len; i++)
    {
      const IonTemplateText *text = g_ptr_array_index (self->variants, i);

      json_builder_set_member_name (builder, text->language);
      json_builder_begin_object (builder);
      write_words (builder, text);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

char *
ion_template_to_json (const IonTemplate *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  write_text (builder, "name", self->name);
  write_text (builder, "kind", ion_template_kind_to_name (self->kind));
  write_words (builder, self->main);
  write_text (builder, "due_date", self->due_date);
  write_payment (builder, self);
  write_text (builder, "distinct_by", self->distinct_by);
  write_variants (builder, self);
  write_boolean (builder, "secure", self->secure);
  write_boolean (builder, "premium", self->premium);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}
