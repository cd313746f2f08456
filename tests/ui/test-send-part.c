/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Sending: what is missing is listed, the button names what it does, and two presses send once.
 */

#define G_LOG_DOMAIN "ion-test"

#include "config.h"

#include "ui-draft.h"

#include "ion-countdown.h"
#include "ion-depart-group.h"
#include "ion-moment.h"
#include "ion-send-briefing.h"
#include "ion-send-draft.h"
#include "ion-send-part.h"

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
  self->part = g_object_new (ION_TYPE_SEND_PART, "editor", self->editor, NULL);
  ui_fixture_present (&self->base, self->part);
}

static void
rig_tear_down (Rig *self)
{
  ui_fixture_dismiss (&self->base);
  ui_draft_free (self->editor);
  ui_fixture_tear_down (&self->base);
}

static IonDraft *
get_draft (Rig *self)
{
  return ion_draft_editor_get_draft (self->editor);
}

static GtkWidget *
get_group (Rig *self)
{
  return ui_find (self->part, ION_TYPE_DEPART_GROUP, NULL);
}

static GtkWidget *
get_countdown (Rig *self)
{
  return ion_depart_group_get_countdown (ION_DEPART_GROUP (get_group (self)));
}

/* The only suggested action. */
static GtkWidget *
get_button (Rig *self)
{
  GtkWidget *button = ui_find (get_group (self), GTK_TYPE_BUTTON, NULL);

  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  return button;
}

static IonCampaign *
get_campaign (Rig *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns =
      ion_ledger_list_campaigns (ion_office_get_ledger (self->base.office), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, <=, 1);
  return campaigns->len > 0 ? g_ptr_array_steal_index (campaigns, 0) : NULL;
}

static void
test_gaps (void)
{
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_false (gtk_widget_is_sensitive (get_button (&rig)));
  g_assert_nonnull (ui_find (rig.part, ADW_TYPE_ACTION_ROW, _ ("Say what this message is for.")));
  ui_draft_assert_narrow (rig.part);
  ui_draft_answer (rig.editor);
  g_assert_null (ui_find (rig.part, ADW_TYPE_ACTION_ROW, _ ("Say what this message is for.")));
  g_assert_true (gtk_widget_is_sensitive (get_button (&rig)));
  g_assert_cmpint (ion_compose_part_get_state (ION_COMPOSE_PART (rig.part)), ==, ION_PART_READY);
  g_assert_true (ui_shows (rig.part, _ ("Practice: no citizen gets anything.")));
  rig_tear_down (&rig);
}

static void
test_names (void)
{
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (&rig))), ==, _ ("_Send"));
  ui_draft_answer (rig.editor);
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (get_button (&rig))), "12"));
  get_draft (&rig)->first = 5;
  ion_draft_editor_tell_plan (rig.editor);
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (get_button (&rig))), "5"));
  rig_tear_down (&rig);

  rig_set_up (&rig, 1);
  ui_draft_prepare (rig.editor, rig.part);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (&rig))), ==,
                   _ ("_Send the Message"));
  rig_tear_down (&rig);
}

static gboolean
is_begun (gpointer rig)
{
  g_autoptr (IonCampaign) campaign = get_campaign (rig);

  return campaign != NULL && ion_draft_editor_is_closed (((Rig *) rig)->editor);
}

/* Two presses, and a third while it is being started: one campaign, once. */
static void
test_once (void)
{
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) copy = NULL;
  GtkWidget *button;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  ui_draft_answer (rig.editor);
  get_draft (&rig)->first = 5;
  ion_draft_editor_tell_plan (rig.editor);
  copy = ion_draft_copy (get_draft (&rig));
  button = get_button (&rig);
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  ui_flush ();
  g_assert_nonnull (get_countdown (&rig));
  g_assert_false (gtk_widget_is_sensitive (button));
  campaign = get_campaign (&rig);
  g_assert_null (campaign);

  ion_countdown_pass (ION_COUNTDOWN (get_countdown (&rig)), 600);
  ui_wait (is_begun, &rig);
  g_signal_emit_by_name (button, "clicked");
  ui_flush ();
  g_assert_null (get_countdown (&rig));
  campaign = get_campaign (&rig);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_RUNNING);
  g_assert_cmpint (campaign->tranche_left, ==, 5);
  g_assert_cmpstr (campaign->purpose, ==, "Families of the schools");
  g_assert_cmpstr (campaign->answers, ==, "positions-exist=yes supplier-writes=no");
  /* nor from anywhere else */
  g_assert_false (ion_office_send_draft (rig.base.office, copy, campaign->id, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  rig_tear_down (&rig);
}

static void
count_cb (GSimpleAction *action, GVariant *parameter, gpointer count)
{
  ++*(guint *) count;
}

static void
hide_cb (GtkWidget *part)
{
  gtk_widget_set_visible (part, FALSE);
}

/* Another page came on top while it was being started: that one stays, until this one is come back
 * to. */
static void
test_covered (void)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) back = g_simple_action_new ("back", NULL);
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open-campaign", G_VARIANT_TYPE_STRING);
  guint n_back = 0, n_open = 0;
  Rig rig;

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (back));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (open));
  g_signal_connect (back, "activate", G_CALLBACK (count_cb), &n_back);
  g_signal_connect (open, "activate", G_CALLBACK (count_cb), &n_open);
  rig_set_up (&rig, 12);
  gtk_widget_insert_action_group (rig.base.window, "win", G_ACTION_GROUP (actions));
  ui_draft_prepare (rig.editor, rig.part);
  ui_draft_answer (rig.editor);
  ui_click (get_button (&rig));
  g_signal_connect_swapped (get_countdown (&rig), "elapsed", G_CALLBACK (hide_cb), rig.part);
  ion_countdown_pass (ION_COUNTDOWN (get_countdown (&rig)), 600);
  ui_wait (is_begun, &rig);
  ui_flush ();
  g_assert_cmpuint (n_back, ==, 0);
  g_assert_cmpuint (n_open, ==, 0);
  gtk_widget_set_visible (rig.part, TRUE);
  ui_flush ();
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_cmpuint (n_open, ==, 1);
  rig_tear_down (&rig);
}

static void
test_called_off (void)
{
  g_autoptr (IonCampaign) campaign = NULL;
  IonDepartGroup *group;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  ui_draft_answer (rig.editor);
  ui_click (get_button (&rig));
  g_assert_nonnull (get_countdown (&rig));
  gtk_window_close (GTK_WINDOW (get_countdown (&rig)));
  ui_flush ();
  g_assert_null (get_countdown (&rig));
  campaign = get_campaign (&rig);
  g_assert_null (campaign);
  g_assert_true (gtk_widget_is_sensitive (get_button (&rig)));

  /* Out of sight, as by a click on a notification, it is called off too. */
  ui_click (get_button (&rig));
  g_assert_nonnull (get_countdown (&rig));
  group = ION_DEPART_GROUP (get_group (&rig));
  gtk_widget_set_visible (rig.part, FALSE);
  g_assert_null (ion_depart_group_get_countdown (group));
  gtk_widget_set_visible (rig.part, TRUE);
  ui_flush ();
  g_assert_true (ui_shows (rig.part, _ ("This page was left before the countdown ended: nothing "
                                        "was sent.")));
  g_assert_true (gtk_widget_is_sensitive (get_button (&rig)));

  /* A page that goes away in the middle sends nothing either. */
  ui_click (get_button (&rig));
  g_assert_nonnull (get_countdown (&rig));
  rig_tear_down (&rig);
}

/* What the guards refuse is said in place, and can be tried again. */
static void
test_refused (void)
{
  g_autoptr (IonCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  ui_draft_answer (rig.editor);
  g_assert_true (ion_office_set_stopped (rig.base.office, TRUE, &error));
  ui_click (get_button (&rig));
  ion_countdown_pass (ION_COUNTDOWN (get_countdown (&rig)), 600);
  while (get_countdown (&rig) != NULL)
    ui_flush ();
  campaign = get_campaign (&rig);
  g_assert_null (campaign);
  g_assert_true (gtk_widget_is_sensitive (get_button (&rig)));
  g_assert_false (ion_draft_editor_is_closed (rig.editor));
  rig_tear_down (&rig);
}

static void
test_moment (void)
{
  GtkWidget *day, *hour;
  g_autofree char *text = NULL;
  Rig rig;

  rig_set_up (&rig, 12);
  ui_draft_prepare (rig.editor, rig.part);
  ui_draft_answer (rig.editor);
  g_assert_null (ui_find (rig.part, ADW_TYPE_ENTRY_ROW, _ ("Day, as in 24/11/2026")));
  ui_click (ui_find (rig.part, ADW_TYPE_ACTION_ROW, _ ("At a day and time")));
  day = ui_find (rig.part, ADW_TYPE_ENTRY_ROW, _ ("Day, as in 24/11/2026"));
  hour = ui_find (rig.part, ADW_TYPE_ENTRY_ROW, _ ("Time, as in 08:30"));
  g_assert_nonnull (day);
  g_assert_cmpint (get_draft (&rig)->send_at, >, 0);
  g_assert_true (gtk_widget_is_sensitive (get_button (&rig)));

  gtk_editable_set_text (GTK_EDITABLE (day), "tomorrow");
  g_assert_cmpint (get_draft (&rig)->send_at, ==, 0);
  g_assert_false (gtk_widget_is_sensitive (get_button (&rig)));
  gtk_editable_set_text (GTK_EDITABLE (day), "01/02/2020");
  gtk_editable_set_text (GTK_EDITABLE (hour), "9.30");
  text = ion_moment_format (get_draft (&rig)->send_at);
  g_assert_cmpstr (text, ==, "01/02/2020 09:30");
  g_assert_true (ui_shows (rig.part, _ ("This moment has passed: choose a later one.")));
  g_assert_false (gtk_widget_is_sensitive (get_button (&rig)));
  rig_tear_down (&rig);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/send-part/gaps", test_gaps);
  g_test_add_func ("/send-part/names", test_names);
  g_test_add_func ("/invariant/2/send-part/once", test_once);
  g_test_add_func ("/send-part/called-off", test_called_off);
  g_test_add_func ("/send-part/covered", test_covered);
  g_test_add_func ("/send-part/refused", test_refused);
  g_test_add_func ("/send-part/moment", test_moment);
  return g_test_run ();
}
