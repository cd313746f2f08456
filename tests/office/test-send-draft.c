/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * From a draft to a campaign that runs: what is missing, what does not fit, what is written down,
 * and that it happens once.
 */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-draft-gaps.h"
#include "ion-person-record.h"
#include "ion-send-draft.h"

/* A draft prepared over so many people, with its figures. */
typedef struct
{
  OfficeFixture *base;
  IonDraft *draft;
  IonSendFacts *facts;
} Rig;

static void
rig_read (Rig *self)
{
  g_autoptr (GError) error = NULL;
  IonSendFacts *facts = ion_office_read_send_facts (self->base->office, self->draft->campaign_id,
                                                    "practice-01", self->facts, &error);

  g_assert_no_error (error);
  ion_send_facts_free (self->facts);
  self->facts = facts;
}

static void
rig_set_up (Rig *self, guint people)
{
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autoptr (GError) error = NULL;

  *self = (Rig){ .base = office_fixture_new (), .draft = ion_draft_new (template_) };
  self->draft->service_id = g_strdup ("practice-01");
  self->draft->source = ION_DRAFT_SOURCE_FILE;
  self->draft->path = office_fixture_sample (self->base, "rette.csv", 0, people);
  g_assert_true (ion_office_save_draft (self->base->office, self->draft, &error));
  ion_office_prepare_draft (self->base->office, self->draft, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rig_read (self);
}

static void
rig_tear_down (Rig *self)
{
  ion_send_facts_free (self->facts);
  ion_draft_free (self->draft);
  office_fixture_free (self->base);
}

static void
rig_answer (Rig *self)
{
  self->draft->purpose = g_strdup ("Families of the schools");
  self->draft->positions_exist = ION_DRAFT_ANSWER_YES;
  self->draft->supplier_writes = ION_DRAFT_ANSWER_NO;
  self->draft->expected_people = self->facts->people;
  self->draft->expected_total = self->facts->amount;
}

/* How many gaps there are of @place, or -1 where another place has some too. */
static int
count_gaps (Rig *self, IonDraftPlace place)
{
  g_autoptr (GPtrArray) gaps = ion_draft_list_gaps (self->draft, NULL, self->facts, 1);

  for (guint i = 0; i < gaps->len; i++)
    if (((IonDraftGap *) g_ptr_array_index (gaps, i))->place != place)
      return -1;
  return (int) gaps->len;
}

static void
assert_refused (Rig *self, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      ion_office_send_draft (self->base->office, self->draft, self->draft->campaign_id, &error));
  g_assert_error (error, domain, code);
}

static void
test_gaps (void)
{
  Rig rig;

  rig_set_up (&rig, 30);
  /* people, total, two answers, purpose */
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_CHECK), ==, 5);
  rig_answer (&rig);
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_CHECK), ==, 0);
  rig.draft->expected_total++;
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_CHECK), ==, 1);
  rig.draft->expected_total--;
  rig.draft->positions_exist = ION_DRAFT_ANSWER_NO;
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_CHECK), ==, 1);
  rig.draft->positions_exist = ION_DRAFT_ANSWER_YES;
  rig.draft->when = ION_DRAFT_SEND_AT;
  rig.draft->send_at = 1;
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_SEND), ==, 1);
  rig_tear_down (&rig);

  rig_set_up (&rig, 1);
  g_assert_cmpint (count_gaps (&rig, ION_DRAFT_PLACE_CHECK), ==, 0);
  rig_tear_down (&rig);
}

/* The guards hold whatever the window showed. */
static void
test_expectations (void)
{
  g_autoptr (GError) error = NULL;
  Rig rig;

  rig_set_up (&rig, 30);
  assert_refused (&rig, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION);
  rig_answer (&rig);
  rig.draft->expected_people = 29;
  assert_refused (&rig, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION);
  rig.draft->expected_people = 30;
  rig.draft->expected_total -= 1;
  assert_refused (&rig, ION_OFFICE_ERROR, ION_OFFICE_ERROR_EXPECTATION);
  rig.draft->expected_total += 1;
  g_assert_true (ion_office_set_stopped (rig.base->office, TRUE, &error));
  assert_refused (&rig, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OFFICE_STOPPED);
  rig_tear_down (&rig);
}

static void
test_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  g_autofree char *id = NULL;
  Rig rig;

  rig_set_up (&rig, 30);
  rig_answer (&rig);
  rig.draft->first = 20;
  rig.draft->daily = 10;
  rig.draft->when = ION_DRAFT_SEND_IN_HOURS;
  id = g_strdup (rig.draft->campaign_id);
  g_assert_true (ion_office_send_draft (rig.base->office, rig.draft, id, &error));
  g_assert_no_error (error);
  assert_refused (&rig, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (rig.base->office), id, &error);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_RUNNING);
  g_assert_cmpint (campaign->tranche_left, ==, 20);
  g_assert_cmpint (campaign->daily_limit, ==, 10);
  g_assert_true (campaign->in_hours);
  g_assert_cmpstr (campaign->purpose, ==, "Families of the schools");
  g_assert_cmpstr (campaign->answers, ==, "positions-exist=yes supplier-writes=no");
  g_assert_null (campaign->draft_id);
  g_assert_null (ion_office_get_draft (rig.base->office, rig.draft->id, NULL));
  rig_tear_down (&rig);
}

/* What is known of who can be reached changes no figure that the accounts know. */
static void
test_reach (void)
{
  g_autoptr (GError) error = NULL;
  IonRunOptions options = { .kind = ION_RUN_REACH, .first = -1 };
  gint64 amount;
  Rig rig;

  rig_set_up (&rig, 60);
  amount = rig.facts->amount;
  options.campaign = rig.draft->campaign_id;
  office_fixture_run (rig.base, &options, NULL);
  rig_read (&rig);
  g_assert_true (ion_send_facts_is_asked (rig.facts));
  g_assert_cmpint (ion_send_facts_count_unreachable (rig.facts), >, 0);
  /* read anew, rather than remembered */
  g_clear_pointer (&rig.facts, ion_send_facts_free);
  rig_read (&rig);
  g_assert_cmpint (rig.facts->people, ==, 60);
  g_assert_cmpint (rig.facts->amount, ==, amount);
  rig_answer (&rig);
  g_assert_true (
      ion_office_send_draft (rig.base->office, rig.draft, rig.draft->campaign_id, &error));
  g_assert_no_error (error);
  rig_tear_down (&rig);
}

/* The office's own list, or nobody. */
static void
test_test_message (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *person = office_fixture_person (1);
  g_autofree char *id = NULL;
  g_autoptr (IonCampaign) campaign = NULL;
  IonCampaignCounts counts;
  Rig rig;

  rig_set_up (&rig, 30);
  id = ion_office_send_test (rig.base->office, rig.draft->template_, "practice-01", &error);
  g_assert_null (id);
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (ion_office_add_test_recipient (rig.base->office, person, "Anna", &error));
  rig_read (&rig);
  g_assert_cmpuint (rig.facts->testers, ==, 1);
  id = ion_office_send_test (rig.base->office, rig.draft->template_, "practice-01", &error);
  g_assert_no_error (error);
  campaign = ion_ledger_get_campaign (ion_office_get_ledger (rig.base->office), id, &error);
  g_assert_true (campaign->is_test);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_RUNNING);
  office_fixture_count (rig.base, id, &counts);
  g_assert_cmpint (counts.rows, ==, 1);
  rig_tear_down (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/send-draft/gaps", test_gaps);
  g_test_add_func ("/send-draft/expectations", test_expectations);
  g_test_add_func ("/invariant/2/send-draft/once", test_once);
  g_test_add_func ("/send-draft/reach", test_reach);
  g_test_add_func ("/send-draft/test-message", test_test_message);
  return g_test_run ();
}
