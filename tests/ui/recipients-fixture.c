/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A draft whose people are chosen.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "recipients-fixture.h"

#include "ion-column-list.h"
#include "ion-recipients-part.h"
#include "ion-source-change.h"
#include "ion-template-catalog.h"

static void
changed_cb (RecipientsFixture *self)
{
  self->is_waiting = TRUE;
}

static void
checked_cb (RecipientsFixture *self)
{
  self->is_waiting = ion_draft_editor_is_checking (self->editor);
}

void
recipients_set_up (RecipientsFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplate) template_ = NULL;

  ui_fixture_set_up (&self->ui);
  template_ = ion_office_find_template (self->ui.office, "Retta scolastica", &error);
  g_assert_no_error (error);
  self->is_waiting = FALSE;
  self->editor = ion_draft_editor_new (self->ui.desk, ion_draft_new (template_));
  g_signal_connect_swapped (self->editor, "source-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->editor, "checked", G_CALLBACK (checked_cb), self);
  self->widget = g_object_new (ION_TYPE_RECIPIENTS_PART, "editor", self->editor, NULL);
  self->part = ION_COMPOSE_PART (self->widget);
  ui_fixture_present (&self->ui, self->widget);
}

/* What works for the editor in other threads ends first. */
static gboolean
is_alone (gpointer data)
{
  RecipientsFixture *self = data;

  return G_OBJECT (self->editor)->ref_count == 1 && ion_draft_editor_is_saved (self->editor);
}

void
recipients_tear_down (RecipientsFixture *self)
{
  ui_fixture_dismiss (&self->ui);
  ui_wait (is_alone, self);
  g_assert_finalize_object (self->editor);
  ui_flush ();
  ui_fixture_tear_down (&self->ui);
}

static gboolean
is_checked (gpointer data)
{
  return !((RecipientsFixture *) data)->is_waiting;
}

void
recipients_wait_checked (RecipientsFixture *self)
{
  ui_wait (is_checked, self);
  ui_flush ();
}

void
recipients_take_file (RecipientsFixture *self, const char *path)
{
  ion_source_change_to_file (self->widget, self->editor, path);
  recipients_wait_checked (self);
}

/* The columns are known once somebody has looked into the source. */
void
recipients_choose_column (RecipientsFixture *self, const char *name, const char *field)
{
  IonColumnEntry column = { .name = (char *) name, .said = (char *) name, .has_name = TRUE };

  ion_column_list_choose (self->editor, &column, field);
}

char *
recipients_find_table (const char *name)
{
  return g_build_filename (g_getenv ("ION_DATA_DIR"), "..", "tests", "data", "tables", name, NULL);
}
