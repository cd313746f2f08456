/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A message is written: fields are one thing, what was typed comes back, advice mends.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-field-buffer.h"
#include "ion-field-editor.h"
#include "ion-message-part.h"
#include "ion-value-row.h"
#include "ui-fixture.h"

#include <glib/gi18n.h>

typedef struct
{
  UiFixture ui;
  IonDraftEditor *editor; /* (owned) */
  GtkWidget *part;        /* (unowned) */
  IonFieldEditor *title;  /* (unowned) */
  IonFieldEditor *text;   /* (unowned) */
} Fixture;

static gboolean
is_last (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

static void
set_up (Fixture *self)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("", ION_TEMPLATE_FREE);

  ui_fixture_set_up (&self->ui);
  self->editor = ion_draft_editor_new (self->ui.desk, ion_draft_new (template_));
  self->part = g_object_new (ION_TYPE_MESSAGE_PART, "editor", self->editor, NULL);
  ui_fixture_present (&self->ui, self->part);
  ui_flush ();
  self->title = ION_FIELD_EDITOR (ui_find (self->part, ION_TYPE_FIELD_EDITOR, _ ("Title")));
  self->text =
      ION_FIELD_EDITOR (ui_find (self->part, ION_TYPE_FIELD_EDITOR, _ ("Text of the Message")));
  g_assert_nonnull (self->title);
  g_assert_nonnull (self->text);
}

static void
tear_down (Fixture *self)
{
  ui_fixture_dismiss (&self->ui);
  ui_wait (is_last, self->editor);
  g_clear_object (&self->editor);
  ui_wait (is_last, self->ui.desk);
  ui_fixture_tear_down (&self->ui);
}

static IonTemplate *
get_template (Fixture *self)
{
  return ion_draft_editor_get_draft (self->editor)->template_;
}

/* As a person types: at the cursor, letter by letter. */
static void
type (IonFieldEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ion_field_editor_get_view (editor));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    gtk_text_buffer_insert_interactive_at_cursor (buffer, c, (int) (g_utf8_next_char (c) - c),
                                                  TRUE);
}

static int
get_cursor (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
assert_text (GtkTextBuffer *buffer, const char *expected)
{
  g_autofree char *text = ion_field_buffer_get_text (ION_FIELD_BUFFER (buffer));

  g_assert_cmpstr (text, ==, expected);
}

/* One step back takes the whole of a field; undo brings it back. */
static void
test_atomic (void)
{
  g_autoptr (IonFieldBuffer) field_buffer = ion_field_buffer_new (FALSE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (field_buffer);
  GtkTextIter iter;

  ion_field_buffer_set_text (field_buffer, "Ciao {{nome | iniziali maiuscole}}, qui");
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 34);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (gtk_text_buffer_backspace (buffer, &iter, TRUE, TRUE));
  assert_text (buffer, "Ciao , qui");
  gtk_text_buffer_undo (buffer);
  assert_text (buffer, "Ciao {{nome | iniziali maiuscole}}, qui");
  gtk_text_buffer_redo (buffer);
  assert_text (buffer, "Ciao , qui");
}

/* The cursor goes over a field, either way. */
static void
test_cursor (void)
{
  g_autoptr (IonFieldBuffer) field_buffer = ion_field_buffer_new (FALSE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (field_buffer);
  GtkTextIter iter;

  ion_field_buffer_set_text (field_buffer, "a{{nome}}b");
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_cmpint (get_cursor (buffer), ==, 9);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 8);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_cmpint (get_cursor (buffer), ==, 1);
}

/* Letter by letter, until it is a field; undo takes back what was typed. */
static void
test_typed_field (void)
{
  g_autoptr (IonFieldBuffer) field_buffer = ion_field_buffer_new (TRUE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (field_buffer);
  const char *text = "di {{mese}}\noggi";

  for (const char *c = text; *c != '\0'; c++)
    gtk_text_buffer_insert_interactive_at_cursor (buffer, c, 1, TRUE);
  assert_text (buffer, "di {{mese}} oggi");
  while (gtk_text_buffer_get_can_undo (buffer))
    gtk_text_buffer_undo (buffer);
  assert_text (buffer, "");
  while (gtk_text_buffer_get_can_redo (buffer))
    gtk_text_buffer_redo (buffer);
  assert_text (buffer, "di {{mese}} oggi");
}

static void
test_written (void)
{
  Fixture fixture;

  set_up (&fixture);
  g_assert_cmpint (ion_compose_part_get_state (ION_COMPOSE_PART (fixture.part)), ==,
                   ION_PART_TO_DO);
  /* The only service is chosen already. */
  g_assert_cmpstr (ion_draft_editor_get_draft (fixture.editor)->service_id, ==, "practice-01");
  type (fixture.title, "La mensa di ottobre");
  type (fixture.text, "Ciao {{nome}}, da lunedì la mensa apre alle {{ora | ora}}: porta con te il "
                      "tesserino che hai ricevuto a settembre, per favore.");
  g_assert_cmpstr (get_template (&fixture)->main->subject, ==, "La mensa di ottobre");
  g_assert_true (g_str_has_prefix (get_template (&fixture)->main->markdown, "Ciao {{nome}}"));
  ui_flush ();
  ui_flush ();
  ui_flush ();
  g_assert_cmpint (ion_compose_part_get_state (ION_COMPOSE_PART (fixture.part)), ==,
                   ION_PART_READY);
  g_assert_true (ui_shows (fixture.part, "19"));
  tear_down (&fixture);
}

/* What is advised can be mended by a click, and put aside for good. */
static void
test_advice (void)
{
  Fixture fixture;
  GtkWidget *button;

  set_up (&fixture);
  type (fixture.title, "La retta di {{nome}}");
  type (fixture.text, "Gentile utente, la retta costa ~~10~~ 12 euro e si paga entro la fine del "
                      "mese prossimo, come sempre.");
  ui_flush ();
  ui_flush ();
  ui_flush ();
  g_assert_true (ui_shows (fixture.part, _ ("Some words are struck through.")));
  g_assert_true (ui_shows (fixture.part, _ ("The title holds personal data.")));
  button = ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("_Keep the Words"));
  g_assert_nonnull (button);
  ui_click (button);
  ui_flush ();
  g_assert_null (strstr (get_template (&fixture)->main->markdown, "~~"));
  g_assert_false (ui_shows (fixture.part, _ ("Some words are struck through.")));
  /* The cursor's own undo takes it back. */
  gtk_text_buffer_undo (gtk_text_view_get_buffer (ion_field_editor_get_view (fixture.text)));
  g_assert_nonnull (strstr (get_template (&fixture)->main->markdown, "~~"));

  button = ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Put this advice aside"));
  g_assert_nonnull (button);
  ui_click (button);
  ui_flush ();
  g_assert_false (ui_shows (fixture.part, _ ("The title holds personal data.")));
  g_assert_cmpstr (ion_draft_editor_get_draft (fixture.editor)->dismissed_advice[0], ==,
                   "title-personal-data");
  tear_down (&fixture);
}

/* Another language has a text of its own, and none where nothing was written. */
static void
test_language (void)
{
  Fixture fixture;
  GtkWidget *row;

  set_up (&fixture);
  type (fixture.title, "La mensa di ottobre");
  row = ui_find (fixture.part, ADW_TYPE_COMBO_ROW, _ ("Language of the Text"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpstr (ion_draft_editor_get_language (fixture.editor), ==, "de");
  g_assert_cmpuint (get_template (&fixture)->variants->len, ==, 0);
  type (fixture.title, "Die Mensa");
  g_assert_cmpuint (get_template (&fixture)->variants->len, ==, 1);
  g_assert_cmpstr (get_template (&fixture)->main->subject, ==, "La mensa di ottobre");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  {
    g_autofree char *title = ion_field_editor_get_text (fixture.title);

    g_assert_cmpstr (title, ==, "La mensa di ottobre");
  }
  tear_down (&fixture);
}

static gboolean
has_templates (gpointer row)
{
  GListModel *model = adw_combo_row_get_model (row);

  return model != NULL && g_list_model_get_n_items (model) > 5;
}

/* A template fills the texts; what was typed comes back. */
static void
test_template (void)
{
  Fixture fixture;
  GtkWidget *row;

  set_up (&fixture);
  row = ui_find (fixture.part, ADW_TYPE_COMBO_ROW, _ ("Template"));
  ui_wait (has_templates, row);
  type (fixture.title, "Scritto a mano");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpstr (get_template (&fixture)->name, !=, "");
  g_assert_cmpstr (get_template (&fixture)->main->subject, !=, "Scritto a mano");
  {
    g_autofree char *title = ion_field_editor_get_text (fixture.title);

    g_assert_cmpstr (title, ==, get_template (&fixture)->main->subject);
  }
  ui_flush ();
  {
    GtkWidget *undo =
        ui_find (GTK_WIDGET (gtk_widget_get_root (fixture.part)), GTK_TYPE_BUTTON, _ ("_Undo"));

    g_assert_nonnull (undo);
    ui_click (undo);
  }
  ui_flush ();
  g_assert_cmpstr (get_template (&fixture)->main->subject, ==, "Scritto a mano");
  {
    g_autofree char *title = ion_field_editor_get_text (fixture.title);

    g_assert_cmpstr (title, ==, "Scritto a mano");
  }
  tear_down (&fixture);
}

static void
test_toolbar (void)
{
  Fixture fixture;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  set_up (&fixture);
  buffer = gtk_text_view_get_buffer (ion_field_editor_get_view (fixture.text));
  type (fixture.text, "uno due ");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Bold (Ctrl+B)")));
  assert_text (buffer, "uno **due** ");
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Bold (Ctrl+B)")));
  assert_text (buffer, "uno due ");
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Link (Ctrl+K)")));
  assert_text (buffer, "uno [due](https://) ");
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("List")));
  assert_text (buffer, "- uno [due](https://) ");
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Numbered list")));
  assert_text (buffer, "1. uno [due](https://) ");
  ui_click (ui_find (fixture.part, GTK_TYPE_BUTTON, _ ("Numbered list")));
  assert_text (buffer, "uno [due](https://) ");
  gtk_widget_activate_action (GTK_WIDGET (fixture.title), "text.insert-field", "s",
                              "{{importo | euro}}");
  g_assert_cmpstr (get_template (&fixture)->main->subject, ==, "{{importo | euro}}");
  tear_down (&fixture);
}

static void
test_value_row (void)
{
  static const char *const fields[] = { "mese", "scadenza", NULL };
  IonValueRow *row = g_object_ref_sink (
      g_object_new (ION_TYPE_VALUE_ROW, "none-label", "Nessuna", "fixed-label", "Fisso", NULL));

  ion_value_row_set_fields (row, fields);
  g_assert_null (ion_value_row_get_value (row));
  ion_value_row_set_value (row, "{{Scadenza | data}}");
  g_assert_cmpstr (ion_value_row_get_value (row), ==, "{{Scadenza | data}}");
  ion_value_row_set_value (row, "31/12/2026");
  g_assert_cmpstr (ion_value_row_get_value (row), ==, "31/12/2026");
  ion_value_row_set_value (row, NULL);
  g_assert_null (ion_value_row_get_value (row));
  g_assert_finalize_object (row);
}

/* A key never waits for more than a frame, however long the text. */
static void
test_fluid (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 longest = 0;

  set_up (&fixture);
  for (int i = 0; i < 90; i++)
    g_string_append (text, "Ciao {{nome}}, la retta di **{{mese}}** è di {{importo | euro}} e "
                           "scade il {{scadenza | data}}.\n\n");
  ion_field_editor_set_text (fixture.text, text->str);
  ui_flush ();
  for (int i = 0; i < 50; i++)
    {
      gint64 start = g_get_monotonic_time ();

      type (fixture.text, "a");
      longest = MAX (longest, g_get_monotonic_time () - start);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_test_message ("longest key in a text of %" G_GSIZE_FORMAT " bytes: %.2f ms", text->len,
                  (double) longest / 1000);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/message-part/atomic", test_atomic);
  g_test_add_func ("/message-part/cursor", test_cursor);
  g_test_add_func ("/message-part/typed-field", test_typed_field);
  g_test_add_func ("/message-part/written", test_written);
  g_test_add_func ("/message-part/advice", test_advice);
  g_test_add_func ("/message-part/language", test_language);
  g_test_add_func ("/message-part/template", test_template);
  g_test_add_func ("/message-part/toolbar", test_toolbar);
  g_test_add_func ("/message-part/value-row", test_value_row);
  g_test_add_func ("/message-part/fluid", test_fluid);
  return g_test_run ();
}
