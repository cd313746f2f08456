/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Buttons as the app would read them, with a YAML parser.
 */

#include "config.h"

#include "ion-button.h"
#include "ion-renderer.h"

#include <locale.h>
#include <string.h>

#include <yaml.h>

#define PERSON "RSSMRA85T10A562S"
#define FILLER                                                                                   \
  "\n\nQuesto testo serve soltanto a rendere il messaggio lungo abbastanza per la piattaforma, " \
  "ecco."

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static IonTemplate *
make_template (const char *markdown)
{
  IonTemplate *template_ = ion_template_new ("Prova", ION_TEMPLATE_FREE);

  set_text (&template_->main->subject, "Un titolo di prova");
  g_free (template_->main->markdown);
  template_->main->markdown = g_strconcat (markdown, FILLER, NULL);

  return template_;
}

static IonFields *
make_fields (const char *first, ...)
{
  IonFields *fields = ion_fields_new ();
  va_list list;

  va_start (list, first);
  for (const char *name = first; name != NULL; name = va_arg (list, const char *))
    ion_fields_set (fields, name, va_arg (list, const char *));
  va_end (list);

  return fields;
}

static IonMessage *
render (const IonTemplate *template_, const IonFields *fields, const char *language, GError **error)
{
  g_autoptr (IonRenderer) renderer = ion_renderer_new (template_, error);

  return renderer != NULL ? ion_renderer_render (renderer, PERSON, fields, language, error) : NULL;
}

static void
test_actions (void)
{
  static const struct
  {
    const char *action;
    const char *written; /* NULL: refused */
  } cases[] = {
    { "https://a.it/x?y=1#z", "iohandledlink://https://a.it/x?y=1#z" },
    { "http://a.it", "iohandledlink://http://a.it" },
    { "iohandledlink://https://a.it", "iohandledlink://https://a.it" },
    { "tel:+390532123456", "iohandledlink://tel:+390532123456" },
    { "sms:123?body={{v}}", "iohandledlink://sms:123?body=a%20b" },
    { "mailto:urp@a.it?subject={{v}}", "iohandledlink://mailto:urp@a.it?subject=a%20b" },
    { "copy:{{v}}", "iohandledlink://copy:a%20b" },
    { "ioit://main/messages", "ioit://main/messages" },
    { "iosso://https://a.it/x", "iosso://https://a.it/x" },
    { "https://a.it/{{v}}/{{v}}", "iohandledlink://https://a.it/a%20b/a%20b" },
    { "", NULL },
    { "a.it", NULL },
    { "www.a.it", NULL },
    { "ftp://a.it", NULL },
    { "javascript:x", NULL },
    { "https:a.it", NULL },
    { "https://", NULL },
    { "https:///x", NULL },
    { "https://a.it/a b", NULL },
    { "https://a.it/\"", NULL },
    { "https://{{v}}", NULL },
    { "https://{{v}}/x", NULL },
    { "https://a{{v}}/x", NULL },
    { "{{v}}", NULL },
    { "{{v}}://a.it", NULL },
    { "tel:{{v}}", NULL },
    { "tel:", NULL },
    { "mailto:{{v}}@a.it", NULL },
    { "iosso://http://a.it", NULL },
    { "ioit:{{v}}", NULL },
    { "iohandledlink://iohandledlink://https://a.it", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonTemplate) template_ = make_template ("Ciao");
      g_autoptr (IonFields) fields = make_fields ("v", "a b", NULL);
      g_autoptr (IonMessage) message = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (template_->main->buttons,
                       ion_template_button_new ("Vai", "Go", cases[i].action));
      message = render (template_, fields, NULL, &error);
      g_test_message ("%s", cases[i].action);
      if (cases[i].written == NULL)
        {
          g_assert_error (error, ION_TEMPLATE_ERROR, ION_TEMPLATE_ERROR_STRUCTURE);
          continue;
        }

      g_assert_no_error (error);
      g_assert_nonnull (strstr (message->markdown, cases[i].written));
    }
}

/* All scalars of the front matter, separated by line breaks. */
static char *
read_front_matter (const char *markdown)
{
  GString *scalars = g_string_new (NULL);
  yaml_parser_t parser;
  yaml_event_t event;
  const char *end = strstr (markdown + 4, "\n---\n");
  gboolean is_over = FALSE;

  g_assert_true (g_str_has_prefix (markdown, "---\n"));
  g_assert_nonnull (end);
  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const guchar *) markdown + 4,
                                (gsize) (end + 1 - markdown - 4));
  while (!is_over)
    {
      g_assert_true (yaml_parser_parse (&parser, &event));
      if (event.type == YAML_SCALAR_EVENT)
        g_string_append_printf (scalars, "%s\n", (const char *) event.data.scalar.value);
      is_over = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);

  return g_string_free (scalars, FALSE);
}

static void
test_buttons (void)
{
  g_autoptr (IonTemplate) template_ = make_template ("Ciao");
  g_autoptr (IonFields) fields = make_fields (NULL, NULL);
  g_autoptr (IonMessage) message = NULL;
  g_autofree char *scalars = NULL;

  g_ptr_array_add (template_->main->buttons, ion_template_button_new ("Vai", NULL, "https://a.it"));
  g_ptr_array_add (template_->main->buttons, ion_template_button_new ("Chiama", "Call", "tel:1"));
  message = render (template_, fields, NULL, NULL);
  scalars = read_front_matter (message->markdown);
  g_assert_cmpstr (scalars, ==,
                   "it\ncta_1\ntext\nVai\naction\niohandledlink://https://a.it\n"
                   "cta_2\ntext\nChiama\naction\niohandledlink://tel:1\n"
                   "en\ncta_1\ntext\nVai\naction\niohandledlink://https://a.it\n"
                   "cta_2\ntext\nCall\naction\niohandledlink://tel:1\n");

  g_ptr_array_add (template_->main->buttons, ion_template_button_new ("Tre", NULL, "tel:1"));
  g_assert_null (ion_renderer_new (template_, NULL));
}

/* Whatever a row says, a button says just that and leads where the template says. */
static void
test_hostile_buttons (void)
{
  static const struct
  {
    const char *value;
    const char *read;
  } cases[] = {
    { "\"", "\"" },
    { "\\", "\\" },
    { "\\\"\n    action: x", "\\\" action: x" },
    { "x\"\n        action: \"ioit://x", "x\" action: \"ioit://x" },
    { "---", "---" },
    { "\n---\n", "---" },
    { "# x", "# x" },
    { "&a *a !x %x @x `x`", "&a *a !x %x @x `x`" },
    { "{x: [y]}", "{x: [y]}" },
    { "a: b", "a: b" },
    { "\xc2\x85"
      "a\xe2\x80\xa8"
      "b\xef\xbb\xbf"
      "c\xef\xbf\xbf",
      "a bc" },
    { "\x7f"
      "a\x1b[31m",
      "a[31m" },
    { "null", "null" },
    { "😀 è", "😀 è" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IonTemplate) template_ = make_template ("Ciao");
      g_autoptr (IonFields) fields = make_fields ("v", cases[i].value, NULL);
      g_autoptr (IonMessage) message = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *scalars = NULL, *button = NULL, *expected = NULL;

      g_ptr_array_add (template_->main->buttons,
                       ion_template_button_new ("{{v}}", NULL, "https://a.it/"));
      message = render (template_, fields, NULL, &error);
      g_assert_no_error (error);

      scalars = read_front_matter (message->markdown);
      button = g_strdup_printf ("cta_1\ntext\n%s\naction\niohandledlink://https://a.it/\n",
                                cases[i].read);
      expected = g_strdup_printf ("it\n%sen\n%s", button, button);
      g_assert_cmpstr (scalars, ==, expected);
    }
}

static void
test_placeholders (void)
{
  g_assert_cmpint (ion_button_action_check ("https://a.it/\001"), ==, ION_BUTTON_ACTION_GOOD);
  g_assert_cmpint (ion_button_action_check ("https://\001/"), ==, ION_BUTTON_ACTION_VALUE_IN_HOST);
  g_assert_cmpint (ion_button_action_check ("\001"), ==, ION_BUTTON_ACTION_BAD_SCHEME);
  g_assert_cmpint (ion_button_action_check ("https://a.it/\n"), ==, ION_BUTTON_ACTION_BAD_ADDRESS);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/button/actions", test_actions);
  g_test_add_func ("/button/written", test_buttons);
  g_test_add_func ("/button/placeholders", test_placeholders);
  g_test_add_func ("/invariant/7/buttons", test_hostile_buttons);

  return g_test_run ();
}
