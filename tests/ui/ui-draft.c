/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign being made, for the tests of its parts.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ui-draft.h"

#include "ion-draft-group.h"
#include "ion-send-briefing.h"
#include "ion-template-catalog.h"

static gboolean
is_saved (gpointer editor)
{
  return ion_draft_editor_is_saved (editor);
}

IonDraftEditor *
ui_draft_new (UiFixture *fixture, int people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ =
      ion_office_find_template (fixture->office, "Retta scolastica", &error);
  IonDraftEditor *editor;
  IonDraft *draft;

  g_assert_no_error (error);
  draft = ion_draft_new (template_);
  g_free (draft->service_id);
  draft->service_id = g_strdup ("practice-01");
  draft->valid_only = draft->keep_first = TRUE;
  if (people > 0)
    {
      draft->source = ION_DRAFT_SOURCE_FILE;
      draft->path = ui_fixture_make_file (fixture, people);
    }
  editor = ion_draft_editor_new (fixture->desk, draft);
  ion_draft_editor_save (editor);
  ui_wait (is_saved, editor);
  return editor;
}

static gboolean
is_known (gpointer editor)
{
  const IonSendFacts *facts = ion_send_briefing_get_facts (ion_send_briefing_get (editor));

  return facts != NULL && facts->campaign_id != NULL;
}

const IonSendFacts *
ui_draft_prepare (IonDraftEditor *editor, GtkWidget *part)
{
  ion_compose_part_tell_shown (ION_COMPOSE_PART (part));
  ui_wait (is_known, editor);
  ui_flush ();
  return ion_send_briefing_get_facts (ion_send_briefing_get (editor));
}

#define NARROW 360

static int
get_minimum (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
print_widths (GtkWidget *widget)
{
  if (ION_IS_DRAFT_GROUP (widget))
    g_test_message ("%s needs %d", G_OBJECT_TYPE_NAME (widget), get_minimum (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    print_widths (child);
}

void
ui_draft_assert_narrow (GtkWidget *part)
{
  print_widths (part);
  g_assert_cmpint (get_minimum (part), <=, NARROW);
}

void
ui_draft_answer (IonDraftEditor *editor)
{
  const IonSendFacts *facts = ion_send_briefing_get_facts (ion_send_briefing_get (editor));
  IonDraft *draft = ion_draft_editor_get_draft (editor);

  g_free (draft->purpose);
  draft->purpose = g_strdup ("Families of the schools");
  draft->positions_exist = ION_DRAFT_ANSWER_YES;
  draft->supplier_writes = ION_DRAFT_ANSWER_NO;
  draft->expected_people = facts->people;
  draft->expected_total = facts->amount;
  ion_draft_editor_tell_plan (editor);
  ui_flush ();
}

void
ui_draft_free (IonDraftEditor *editor)
{
  if (!ion_draft_editor_is_closed (editor))
    {
      ion_draft_editor_save (editor);
      ui_wait (is_saved, editor);
    }
  ui_flush ();
  g_assert_finalize_object (editor);
}
