/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last look: figures that are never shown before they are typed, answers that are kept, rows,
 * all rows, the message of test and the question who can be reached.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ui-draft.h"

#include "ion-amount.h"
#include "ion-check-part.h"
#include "ion-figure-row.h"
#include "ion-number.h"
#include "ion-office-settings.h"
#include "ion-person-record.h"
#include "ion-send-briefing.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  UiFixture base;
  IonDraftEditor *editor;
  GtkWidget *part;
} Rig;

static void
rig_set_up (Rig *self, int people)
{
  ui_fixture_set_up (&self->base);
  self->editor = ui_draft_new (&self->base, people);
  self->part = g_object_new (ION_TYPE_CHECK_PART, "editor", self->editor, NULL);
  ui_fixture_present (&self->base, self->part);
}

static void
rig_tear_down (Rig *self)
{
  ui_fixture_dismiss (&self->base);
  ui_draft_free (self->editor);
  ui_fixture_tear_down (&self->base);
}

static int
get_state (Rig *self)
{
  return ion_compose_part_get_state (ION_COMPOSE_PART (self->part));
}

static IonDraft *
get_draft (Rig *self)
{
  return ion_draft_editor_get_draft (self->editor);
}

static void
type_figure (Rig *self, const char *title, const char *text)
{
  GtkWidget *row = ui_find (self->part, ION_TYPE_FIGURE_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "typed");
  ui_flush ();
}

/* The right figures show nowhere, whatever was typed, until they were typed. */
static void
test_figures (void)
{
  const char *people_title = _ ("How many people are to be written to");
  const char *total_title = _ ("Total in euros");
  const IonSendFacts *facts;
  g_autofree char *people = NULL;
  g_autofree char *total = NULL;
  Rig rig;

  rig_set_up (&rig, 137);
  facts = ui_draft_prepare (rig.editor, rig.part);
  people = g_strdup (ion_number (facts->people).text);
  total = ion_amount_format (facts->amount, "it");
  g_assert_cmpint (facts->people, >, 100);
  g_assert_false (ui_shows (rig.part, people));
  g_assert_null (ion_compose_part_get_summary (ION_COMPOSE_PART (rig.part)));

  type_figure (&rig, people_title, "1.000");
  g_assert_true (ui_shows (rig.part, _ ("Does not match")));
  g_assert_false (ui_shows (rig.part, people));
  g_assert_cmpint (get_state (&rig), ==, ION_PART_PROBLEM);
  type_figure (&rig, people_title, "many");
  g_assert_true (ui_shows (rig.part, _ ("Cannot be read")));
  type_figure (&rig, people_title, people);
  g_assert_true (ui_shows (rig.part, _ ("Matches")));
  g_assert_false (ui_shows (rig.part, _ ("Does not match")));
  g_assert_null (ion_compose_part_get_summary (ION_COMPOSE_PART (rig.part)));

  type_figure (&rig, total_title, "10,00");
  g_assert_true (ui_shows (rig.part, _ ("Does not match")));
  type_figure (&rig, total_title, total);
  g_assert_false (ui_shows (rig.part, _ ("Does not match")));
  g_assert_nonnull (ion_compose_part_get_summary (ION_COMPOSE_PART (rig.part)));
  g_assert_cmpint (get_draft (&rig)->expected_people, ==, facts->people);
  g_assert_cmpint (get_state (&rig), ==, ION_PART_TO_DO);
  rig_tear_down (&rig);
}

static void
test_few (void)
{
  const char *word = _ ("I have looked at the message and at who gets it: both are right");
  const IonSendFacts *facts;
  Rig rig;

  rig_set_up (&rig, 12);
  facts = ui_draft_prepare (rig.editor, rig.part);
  g_assert_null (ui_find (rig.part, ION_TYPE_FIGURE_ROW, NULL));
  ui_click (ui_find (rig.part, ADW_TYPE_ACTION_ROW, word));
  g_assert_cmpint (get_draft (&rig)->expected_people, ==, facts->people);
  ui_click (ui_find (rig.part, ADW_TYPE_ACTION_ROW, word));
  g_assert_cmpint (get_draft (&rig)->expected_people, ==, -1);
  rig_tear_down (&rig);
}

/* One person: nothing to confirm, nothing to answer. */
static void
test_one (void)
{
  Rig rig;

  rig_set_up (&rig, 1);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_null (ui_find (rig.part, ION_TYPE_FIGURE_ROW, NULL));
  g_assert_null (ui_find (rig.part, ADW_TYPE_ACTION_ROW,
                          _ ("I have looked at the message and at who gets it: both are right")));
  g_assert_cmpint (get_state (&rig), ==, ION_PART_READY);
  rig_tear_down (&rig);
}

static void
test_answers (void)
{
  GtkWidget *row;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  row = ui_find (rig.part, ADW_TYPE_ACTION_ROW, _ ("Do the debt positions already exist?"));
  ui_click (ui_find (row, GTK_TYPE_TOGGLE_BUTTON, C_ ("answer", "No")));
  g_assert_cmpint (get_draft (&rig)->positions_exist, ==, ION_DRAFT_ANSWER_NO);
  g_assert_cmpint (get_state (&rig), ==, ION_PART_PROBLEM);
  ui_click (ui_find (row, GTK_TYPE_TOGGLE_BUTTON, C_ ("answer", "Yes")));
  g_assert_cmpint (get_draft (&rig)->positions_exist, ==, ION_DRAFT_ANSWER_YES);
  row = ui_find (rig.part, ADW_TYPE_ENTRY_ROW, _ ("Whom does this message serve, and what for?"));
  gtk_editable_set_text (GTK_EDITABLE (row), "Families ");
  g_assert_cmpstr (get_draft (&rig)->purpose, ==, "Families");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Families ");
  ui_draft_answer (rig.editor);
  ui_draft_assert_narrow (rig.part);
  g_assert_cmpint (get_state (&rig), ==, ION_PART_READY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Families of the schools");
  rig_tear_down (&rig);
}

static gboolean
has_failed (gpointer editor)
{
  return ion_draft_editor_get_prepare_error (editor) != NULL;
}

/* Nothing can be prepared: said in place, with the way back. */
static void
test_nothing (void)
{
  Rig rig;

  rig_set_up (&rig, 0);
  ion_compose_part_tell_shown (ION_COMPOSE_PART (rig.part));
  ui_wait (has_failed, rig.editor);
  ui_flush ();
  g_assert_nonnull (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Go to _Recipients")));
  g_assert_cmpint (get_state (&rig), ==, ION_PART_TO_DO);
  rig_tear_down (&rig);
}

typedef struct
{
  GtkWidget *widget;
  const char *words;
} Words;

static gboolean
are_shown (gpointer data)
{
  Words *words = data;

  return ui_shows (words->widget, words->words);
}

static void
wait_words (GtkWidget *widget, const char *text)
{
  Words words = { widget, text };

  ui_wait (are_shown, &words);
}

static void
test_all_rows (void)
{
  Rig rig;

  rig_set_up (&rig, 137);
  ui_draft_prepare (rig.editor, rig.part);
  ui_click (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("_Check All Rows")));
  wait_words (rig.part, _ ("Every row becomes a message that IO accepts."));
  /* Out of date: said anew. */
  ion_draft_editor_tell_message (rig.editor);
  ui_flush ();
  g_assert_false (ui_shows (rig.part, _ ("Every row becomes a message that IO accepts.")));
  rig_tear_down (&rig);
}

static gboolean
is_at_second (gpointer editor)
{
  return ion_draft_editor_get_shown_row (editor) == 3;
}

static void
test_rows (void)
{
  GtkWidget *entry;
  Rig rig;

  rig_set_up (&rig, 137);
  ui_draft_prepare (rig.editor, rig.part);
  entry = ui_find (rig.part, GTK_TYPE_ENTRY,
                   _ ("Number of the row, as the file has it: Enter shows it"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2");
  g_signal_emit_by_name (entry, "activate");
  ui_flush ();
  ui_click (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Next row")));
  ui_wait (is_at_second, rig.editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3");
  gtk_editable_set_text (GTK_EDITABLE (entry), "99999");
  g_signal_emit_by_name (entry, "activate");
  wait_words (rig.part, _ ("There is no message in such a row."));
  rig_tear_down (&rig);
}

/* The office's own list, and nobody else. */
static void
test_test_message (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autofree char *expected = NULL;
  const IonCampaign *campaign;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_nonnull (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Open the _Preferences")));
  g_assert_null (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Send the _Test Message")));
  g_assert_true (
      ion_office_add_test_recipient (rig.base.office, "RSSMRA85T10A562S", "Maria", &error));
  ion_desk_tell_office_changed (rig.base.desk);
  expected = g_strdup_printf (ngettext ("%s colleague gets it, with made-up data.",
                                        "%s colleagues get it, with made-up data.", 1),
                              "1");
  wait_words (rig.part, expected);
  ui_click (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Send the _Test Message")));
  wait_words (rig.part, _ ("The test message is on its way"));
  campaigns = ion_ledger_list_campaigns (ion_office_get_ledger (rig.base.office), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  campaign = g_ptr_array_index (campaigns, 0);
  g_assert_true (campaign->is_test);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_RUNNING);
  rig_tear_down (&rig);
}

static guint
count_campaigns (Rig *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns =
      ion_ledger_list_campaigns (ion_office_get_ledger (self->base.office), &error);

  g_assert_no_error (error);
  return campaigns->len;
}

static gboolean
are_two (gpointer rig)
{
  return count_campaigns (rig) == 2;
}

/* While the last one is being asked about, a press sends another one. */
static void
test_test_again (void)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *button;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_true (
      ion_office_add_test_recipient (rig.base.office, "RSSMRA85T10A562S", "Maria", &error));
  ion_desk_tell_office_changed (rig.base.desk);
  button = NULL;
  while (button == NULL)
    {
      ui_flush ();
      button = ui_find (rig.part, GTK_TYPE_BUTTON, _ ("Send the _Test Message"));
    }
  ui_click (button);
  /* From here on its outcome is being asked for. */
  wait_words (rig.part, _ ("The test message is on its way"));
  g_assert_true (gtk_widget_is_sensitive (button));
  ui_click (button);
  ui_wait (are_two, &rig);
  ui_flush ();
  rig_tear_down (&rig);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer place)
{
  return *(gpointer *) place != NULL;
}

static gboolean
is_asked (gpointer editor)
{
  const IonSendFacts *facts = ion_send_briefing_get_facts (ion_send_briefing_get (editor));

  return facts != NULL && ion_send_facts_is_asked (facts);
}

/* Who can be reached, in shares as long as the figures are a secret; the list for paper is there.
 */
static void
test_reach (void)
{
  g_autoptr (GAsyncResult) stopped = NULL;
  const IonSendFacts *facts;
  Rig rig;

  rig_set_up (&rig, 137);
  ion_desk_start (rig.base.desk);
  ui_draft_prepare (rig.editor, rig.part);
  ui_click (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("_Ask First")));
  ui_wait (is_asked, rig.editor);
  ui_flush ();
  facts = ion_send_briefing_get_facts (ion_send_briefing_get (rig.editor));
  g_assert_cmpint (ion_send_facts_count_unreachable (facts), >, 0);
  g_assert_cmpint (ion_send_facts_count_unreachable (facts) + ion_send_facts_count_pending (facts),
                   ==, facts->people);
  g_assert_true (ui_shows (rig.part, "%"));
  g_assert_nonnull (ui_find (rig.part, GTK_TYPE_BUTTON, _ ("_Save the List…")));
  /* what is asked changes nothing of what the accounts say */
  ui_draft_answer (rig.editor);
  g_assert_cmpint (get_state (&rig), ==, ION_PART_READY);
  /* Prepared anew: what was known is not pretended, nor passed over. */
  ion_draft_editor_tell_message (rig.editor);
  ui_draft_prepare (rig.editor, rig.part);
  wait_words (rig.part, _ ("IO was asked before, and the campaign has been prepared anew since: "
                           "ask again to know who can be reached."));
  ion_desk_stop_async (rig.base.desk, keep_result_cb, &stopped);
  ui_wait (is_set, &stopped);
  g_clear_object (&stopped);
  rig_tear_down (&rig);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/check-part/figures", test_figures);
  g_test_add_func ("/check-part/few", test_few);
  g_test_add_func ("/check-part/one", test_one);
  g_test_add_func ("/check-part/answers", test_answers);
  g_test_add_func ("/check-part/nothing", test_nothing);
  g_test_add_func ("/check-part/all-rows", test_all_rows);
  g_test_add_func ("/check-part/rows", test_rows);
  g_test_add_func ("/check-part/test-message", test_test_message);
  g_test_add_func ("/check-part/test-again", test_test_again);
  g_test_add_func ("/check-part/reach", test_reach);
  return g_test_run ();
}
