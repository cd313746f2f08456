/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The draft behind the page: nothing that was typed is lost, lists are read without holding up
 * anything, and a newer reading overtakes an older one.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ion-draft-editor.h"
#include "ion-draft-gaps.h"
#include "ion-person-record.h"
#include "ion-template-catalog.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  UiFixture ui;
  IonDraftEditor *editor; /* (owned) */
  guint checked, sampled, prepared, progressed;
} Fixture;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static IonDraft *
new_draft (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ =
      ion_office_find_template (self->ui.office, "Retta scolastica", &error);
  IonDraft *draft;

  g_assert_no_error (error);
  draft = ion_draft_new (template_);
  draft->service_id = g_strdup ("practice-01");
  return draft;
}

/* @draft: (transfer full) */
static void
edit (Fixture *self, IonDraft *draft)
{
  self->editor = ion_draft_editor_new (self->ui.desk, draft);
  self->checked = self->sampled = self->prepared = self->progressed = 0;
  g_signal_connect_swapped (self->editor, "checked", G_CALLBACK (count_cb), &self->checked);
  g_signal_connect_swapped (self->editor, "sampled", G_CALLBACK (count_cb), &self->sampled);
  g_signal_connect_swapped (self->editor, "prepared", G_CALLBACK (count_cb), &self->prepared);
  g_signal_connect_swapped (self->editor, "progress", G_CALLBACK (count_cb), &self->progressed);
}

static void
set_up (Fixture *self)
{
  ui_fixture_set_up (&self->ui);
  edit (self, new_draft (self));
}

static gboolean
is_last (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* Threads that read hold it. */
static gboolean
is_left_alone (gpointer office)
{
  return G_OBJECT (office)->ref_count == 2;
}

static void
tear_down (Fixture *self)
{
  if (self->editor != NULL)
    ui_wait (is_last, self->editor);
  g_clear_object (&self->editor);
  ui_wait (is_last, self->ui.desk);
  ui_wait (is_left_alone, self->ui.office);
  ui_fixture_tear_down (&self->ui);
}

static gboolean
is_saved (gpointer editor)
{
  return ion_draft_editor_is_saved (editor);
}

static gboolean
is_above_zero (gpointer counter)
{
  return *(guint *) counter > 0;
}

static void
write_title (IonDraftEditor *editor, const char *title)
{
  IonTemplateText *text = ion_draft_editor_get_draft (editor)->template_->main;

  g_free (text->subject);
  text->subject = g_strdup (title);
  ion_draft_editor_tell_message (editor);
}

static IonDraft *
read_back (Fixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  IonDraft *draft = ion_office_get_draft (self->ui.office, id, &error);

  g_assert_no_error (error);
  return draft;
}

static void
add_file (Fixture *self, int rows)
{
  IonDraft *draft = ion_draft_editor_get_draft (self->editor);

  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = ui_fixture_make_file (&self->ui, rows);
  draft->valid_only = TRUE;
  ion_draft_editor_tell_source (self->editor);
}

/* What nobody touched leaves nothing behind. */
static void
test_untouched (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) drafts = NULL;

  set_up (&fixture);
  ui_flush ();
  g_assert_true (ion_draft_editor_is_saved (fixture.editor));
  drafts = ion_office_list_drafts (fixture.ui.office, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  tear_down (&fixture);
}

/* It saves by itself; what was typed while it was being saved is saved too, in order. */
static void
test_saves (void)
{
  Fixture fixture;
  g_autoptr (IonDraft) saved = NULL;
  g_autofree char *id = NULL;

  set_up (&fixture);
  write_title (fixture.editor, "La retta di ottobre");
  g_assert_false (ion_draft_editor_is_saved (fixture.editor));
  ion_draft_editor_save (fixture.editor);
  write_title (fixture.editor, "La retta di novembre");
  ui_wait (is_saved, fixture.editor);
  id = g_strdup (ion_draft_editor_get_draft (fixture.editor)->id);
  g_assert_cmpstr (id, !=, "");
  saved = read_back (&fixture, id);
  g_assert_cmpstr (saved->template_->main->subject, ==, "La retta di novembre");
  g_assert_cmpint (ion_draft_editor_get_draft (fixture.editor)->saved_at, >, 0);
  tear_down (&fixture);
}

/* Left at once, or the program gone after the half second: it is there when it is opened again. */
static void
test_reopened (void)
{
  Fixture fixture;
  g_autoptr (IonDraft) saved = NULL;
  g_autofree char *id = NULL;

  set_up (&fixture);
  write_title (fixture.editor, "La retta di ottobre");
  ui_wait (is_saved, fixture.editor);
  id = g_strdup (ion_draft_editor_get_draft (fixture.editor)->id);
  write_title (fixture.editor, "La retta di dicembre");
  g_clear_object (&fixture.editor);
  ui_wait (is_last, fixture.ui.desk);
  saved = read_back (&fixture, id);
  g_assert_cmpstr (saved->template_->main->subject, ==, "La retta di dicembre");
  g_assert_cmpstr (saved->service_id, ==, "practice-01");
  tear_down (&fixture);
}

/* Half written is saved as it stands. */
static void
test_broken_text (void)
{
  Fixture fixture;
  g_autoptr (IonDraft) saved = NULL;
  g_autoptr (IonMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&fixture);
  write_title (fixture.editor, "La retta di {{mes");
  ui_wait (is_saved, fixture.editor);
  saved = read_back (&fixture, ion_draft_editor_get_draft (fixture.editor)->id);
  g_assert_cmpstr (saved->template_->main->subject, ==, "La retta di {{mes");
  message = ion_draft_editor_render_shown (fixture.editor, NULL, &error);
  g_assert_null (message);
  g_assert_nonnull (error);
  tear_down (&fixture);
}

/* Once it has become a campaign, nothing brings it back. */
static void
test_closed (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) drafts = NULL;

  set_up (&fixture);
  write_title (fixture.editor, "La retta di ottobre");
  ion_draft_editor_close (fixture.editor);
  g_assert_true (ion_draft_editor_is_closed (fixture.editor));
  write_title (fixture.editor, "La retta di novembre");
  g_assert_true (ion_draft_editor_is_saved (fixture.editor));
  g_clear_object (&fixture.editor);
  ui_flush ();
  drafts = ion_office_list_drafts (fixture.ui.office, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  tear_down (&fixture);
}

/* Without people the phone has the template's own; with them, theirs. */
static void
test_checked (void)
{
  Fixture fixture;
  g_autoptr (IonMessage) made_up = NULL;
  g_autoptr (IonMessage) real = NULL;
  const IonImportReport *report;

  set_up (&fixture);
  made_up = ion_draft_editor_render_shown (fixture.editor, NULL, NULL);
  g_assert_nonnull (made_up);
  g_assert_cmpint (ion_draft_editor_get_shown_row (fixture.editor), ==, 0);

  add_file (&fixture, 40);
  ui_wait (is_above_zero, &fixture.checked);
  report = ion_draft_editor_get_report (fixture.editor);
  g_assert_no_error (ion_draft_editor_get_check_error (fixture.editor));
  g_assert_nonnull (report);
  g_assert_cmpint (report->rows, ==, 40);
  g_assert_cmpuint (fixture.progressed, >, 0);
  g_assert_false (ion_draft_editor_is_checking (fixture.editor));

  ui_wait (is_above_zero, &fixture.sampled);
  g_assert_cmpuint (ion_draft_editor_get_n_shown (fixture.editor), >, 1);
  g_assert_cmpint (ion_draft_editor_get_shown_row (fixture.editor), >, 0);
  real = ion_draft_editor_render_shown (fixture.editor, NULL, NULL);
  g_assert_nonnull (real);
  g_assert_cmpstr (real->fiscal_code, !=, made_up->fiscal_code);
  ion_draft_editor_set_shown (fixture.editor, 1);
  g_assert_cmpuint (ion_draft_editor_get_shown (fixture.editor), ==, 1);
  tear_down (&fixture);
}

/* A file that is not there says so, and the next one is read. */
static void
test_missing_file (void)
{
  Fixture fixture;
  IonDraft *draft;

  set_up (&fixture);
  draft = ion_draft_editor_get_draft (fixture.editor);
  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = g_build_filename (fixture.ui.folder, "non-c-e.csv", NULL);
  ion_draft_editor_tell_source (fixture.editor);
  ui_wait (is_above_zero, &fixture.checked);
  g_assert_nonnull (ion_draft_editor_get_check_error (fixture.editor));
  g_assert_null (ion_draft_editor_get_report (fixture.editor));
  g_clear_pointer (&draft->path, g_free);
  fixture.checked = 0;
  add_file (&fixture, 10);
  ui_wait (is_above_zero, &fixture.checked);
  g_assert_no_error (ion_draft_editor_get_check_error (fixture.editor));
  g_assert_nonnull (ion_draft_editor_get_report (fixture.editor));
  tear_down (&fixture);
}

static gboolean
is_checking (gpointer editor)
{
  return ion_draft_editor_is_checking (editor);
}

static void
test_cancel (void)
{
  Fixture fixture;

  set_up (&fixture);
  add_file (&fixture, 5000);
  ui_wait (is_checking, fixture.editor);
  ion_draft_editor_cancel_check (fixture.editor);
  g_assert_false (ion_draft_editor_is_checking (fixture.editor));
  g_assert_error (ion_draft_editor_get_check_error (fixture.editor), G_IO_ERROR,
                  G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture.checked, ==, 1);
  tear_down (&fixture);
}

/* The campaign is good until something changes that it was made of. */
static void
test_prepare (void)
{
  Fixture fixture;
  g_autofree char *first = NULL;

  set_up (&fixture);
  add_file (&fixture, 20);
  ion_draft_editor_prepare (fixture.editor);
  g_assert_true (ion_draft_editor_is_preparing (fixture.editor));
  ui_wait (is_above_zero, &fixture.prepared);
  g_assert_no_error (ion_draft_editor_get_prepare_error (fixture.editor));
  first = g_strdup (ion_draft_editor_get_prepared (fixture.editor));
  g_assert_nonnull (first);

  /* Any row of it can be shown, beyond the sample too. */
  ion_draft_editor_show_row (fixture.editor, 3);
  ui_flush ();
  g_assert_cmpint (ion_draft_editor_get_shown_row (fixture.editor), ==, 3);

  fixture.prepared = 0;
  write_title (fixture.editor, "Un altro titolo per la retta");
  g_assert_null (ion_draft_editor_get_prepared (fixture.editor));
  g_assert_cmpuint (fixture.prepared, ==, 1);
  ion_draft_editor_prepare (fixture.editor);
  fixture.prepared = 0;
  ui_wait (is_above_zero, &fixture.prepared);
  g_assert_nonnull (ion_draft_editor_get_prepared (fixture.editor));
  ui_wait (is_saved, fixture.editor);
  tear_down (&fixture);
}

/* Before there is a message, no row is told to be wrong. */
static void
test_unwritten (void)
{
  Fixture fixture;

  set_up (&fixture);
  add_file (&fixture, 3);
  write_title (fixture.editor, "");
  ion_draft_editor_prepare (fixture.editor);
  g_assert_false (ion_draft_editor_is_preparing (fixture.editor));
  g_assert_cmpint (ion_draft_place_of_error (ion_draft_editor_get_prepare_error (fixture.editor)),
                   ==, ION_DRAFT_PLACE_MESSAGE);
  ui_wait (is_saved, fixture.editor);
  tear_down (&fixture);
}

/* A word was given about one message and its people: not about another. */
static void
test_word (void)
{
  Fixture fixture;

  set_up (&fixture);
  ion_draft_editor_get_draft (fixture.editor)->expected_people = 12;
  write_title (fixture.editor, "Un altro titolo per la retta");
  g_assert_cmpint (ion_draft_editor_get_draft (fixture.editor)->expected_people, ==, -1);
  /* The accounts say the same of every message. */
  ion_draft_editor_get_draft (fixture.editor)->expected_people = 5101;
  write_title (fixture.editor, "La retta di novembre");
  g_assert_cmpint (ion_draft_editor_get_draft (fixture.editor)->expected_people, ==, 5101);
  ui_wait (is_saved, fixture.editor);
  tear_down (&fixture);
}

/* Thrown away while it is being saved for the first time: it does not come back. */
static void
test_discarded (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) drafts = NULL;

  set_up (&fixture);
  write_title (fixture.editor, "La retta di ottobre");
  ion_draft_editor_save (fixture.editor);
  ion_draft_editor_discard (fixture.editor);
  ui_wait (is_last, fixture.editor);
  drafts = ion_office_list_drafts (fixture.ui.office, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  tear_down (&fixture);
}

typedef struct
{
  IonDraftEditor *editor;
  const char *person;
} Forgetting;

static gboolean
is_forgotten (gpointer user_data)
{
  Forgetting *forgetting = user_data;

  return strstr (ion_draft_editor_get_draft (forgetting->editor)->rows, forgetting->person) == NULL;
}

/* Somebody is forgotten while the draft is open: they go from here too, and stay away. */
static void
test_forgotten (void)
{
  Fixture self;
  Forgetting forgetting;
  const char *person = "RSSMRA85T10A562S";
  g_autofree char *id = NULL;
  g_autoptr (IonDraft) kept = NULL;
  g_autoptr (GError) error = NULL;
  IonDraft *draft;

  set_up (&self);
  draft = ion_draft_editor_get_draft (self.editor);
  draft->source = ION_DRAFT_SOURCE_ROWS;
  draft->rows = g_strdup_printf ("codice fiscale\tnome\n%s\tMario\n", person);
  ion_draft_editor_tell_source (self.editor);
  ui_wait (is_saved, self.editor);
  id = g_strdup (draft->id);
  ion_office_forget_person (self.ui.office, person, &error);
  g_assert_no_error (error);
  ion_desk_tell_office_changed (self.ui.desk);
  forgetting = (Forgetting){ self.editor, person };
  ui_wait (is_forgotten, &forgetting);
  g_assert_nonnull (strstr (draft->rows, "codice fiscale"));

  ion_draft_editor_tell_plan (self.editor);
  ui_wait (is_saved, self.editor);
  kept = ion_office_get_draft (self.ui.office, id, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (kept->rows, person));
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/draft-editor/untouched", test_untouched);
  g_test_add_func ("/draft-editor/saves", test_saves);
  g_test_add_func ("/draft-editor/reopened", test_reopened);
  g_test_add_func ("/draft-editor/broken-text", test_broken_text);
  g_test_add_func ("/draft-editor/closed", test_closed);
  g_test_add_func ("/draft-editor/checked", test_checked);
  g_test_add_func ("/draft-editor/missing-file", test_missing_file);
  g_test_add_func ("/draft-editor/cancel", test_cancel);
  g_test_add_func ("/draft-editor/prepare", test_prepare);
  g_test_add_func ("/draft-editor/unwritten", test_unwritten);
  g_test_add_func ("/draft-editor/word", test_word);
  g_test_add_func ("/draft-editor/discarded", test_discarded);
  g_test_add_func ("/draft-editor/forgotten", test_forgotten);
  return g_test_run ();
}
