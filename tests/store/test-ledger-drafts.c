/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Drafts, and the campaign that belongs to one until it begins.
 */

#include "config.h"

#include "fixture.h"
#include "ion-ledger-drafts.h"

#include <string.h>

static void
save (Fixture *fixture, IonStoredDraft *draft, const char *content)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&draft->content, g_bytes_unref);
  draft->content = g_bytes_new (content, strlen (content));
  ion_ledger_put_draft (fixture->ledger, draft, &error);
  g_assert_no_error (error);
}

static char *
prepare (Fixture *fixture, const char *draft_id, guint n_rows, GError **error)
{
  g_autoptr (IonTemplate) template_ = fixture_make_template (NULL);
  IonCampaign campaign = { .name = (char *) "Rette",
                           .service_id = (char *) "s1",
                           .purpose = (char *) "Famiglie",
                           .draft_id = (char *) draft_id,
                           .template_ = template_ };
  g_autoptr (IonLedgerImport) import = ion_ledger_import_new (fixture->ledger, &campaign, NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *code = fixture_make_code (i);
      g_autoptr (IonRecipient) recipient = fixture_make_recipient (2 + i, code, NULL);

      g_assert_true (ion_ledger_import_add (import, recipient, NULL, NULL, NULL));
    }
  return ion_ledger_import_finish (import, NULL, error);
}

static guint
count_listed (Fixture *fixture)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (fixture->ledger, NULL);

  return campaigns->len;
}

static gboolean
exists (Fixture *fixture, const char *campaign_id)
{
  g_autoptr (IonCampaign) campaign = ion_ledger_get_campaign (fixture->ledger, campaign_id, NULL);

  return campaign != NULL;
}

static void
test_put (void)
{
  g_auto (IonStoredDraft) first = { NULL }, second = { NULL };
  g_autoptr (IonStoredDraft) found = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &first, "one");
  save (&fixture, &second, "two");
  g_assert_cmpstr (first.id, !=, second.id);
  g_assert_cmpint (first.created_at, >, 0);
  save (&fixture, &first, "three");
  drafts = ion_ledger_list_drafts (fixture.ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 2);
  found = ion_ledger_get_draft (fixture.ledger, first.id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found->content, first.content));
  g_assert_cmpint (found->saved_at, ==, first.saved_at);
  g_assert_null (ion_ledger_get_draft (fixture.ledger, "none", &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

/* What was removed comes back under its id, until it was sent. */
static void
test_remove (void)
{
  g_auto (IonStoredDraft) draft = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *campaign = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "one");
  id = g_strdup (draft.id);
  campaign = prepare (&fixture, id, 3, &error);
  g_assert_no_error (error);
  g_assert_true (ion_ledger_remove_draft (fixture.ledger, id, &error));
  g_assert_false (exists (&fixture, campaign));
  g_assert_false (ion_ledger_remove_draft (fixture.ledger, id, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  save (&fixture, &draft, "one");
  g_assert_cmpstr (draft.id, ==, id);
  g_assert_null (draft.campaign_id);
  fixture_clear (&fixture);
}

static void
test_prepare (void)
{
  g_auto (IonStoredDraft) draft = { NULL };
  g_autoptr (IonCampaign) campaign = NULL, by_name = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "one");
  first = prepare (&fixture, draft.id, 3, &error);
  g_assert_cmpuint (count_listed (&fixture), ==, 0);
  second = prepare (&fixture, draft.id, 5, &error);
  g_assert_no_error (error);
  g_assert_false (exists (&fixture, first));
  campaign = ion_ledger_get_campaign (fixture.ledger, second, &error);
  g_assert_cmpstr (campaign->draft_id, ==, draft.id);
  g_assert_cmpint (campaign->state, ==, ION_CAMPAIGN_READY);
  by_name = ion_ledger_get_campaign (fixture.ledger, "Rette", NULL);
  g_assert_null (by_name);
  fixture_assert_sum (&fixture, second, 5);
  save (&fixture, &draft, "two");
  g_assert_cmpstr (draft.campaign_id, ==, second);
  g_assert_cmpuint (count_listed (&fixture), ==, 0);
  fixture_clear (&fixture);
}

static guint
count_lines (Fixture *fixture, const char *action)
{
  g_autoptr (GPtrArray) lines = ion_ledger_read_journal (fixture->ledger, 0, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_str_equal (((IonJournalEntry *) lines->pdata[i])->action, action);
  return n;
}

/* A campaign that has begun is nobody's any more: no change and no removal of the draft reaches it,
 * and its people are not imported a second time. */
static void
test_begun (void)
{
  const IonCampaignStart ask = { .tranche = -1, .reach_only = TRUE };
  const IonCampaignStart start = {
    .tranche = -1,
    .daily_limit = 2,
    .in_hours = TRUE,
    .answers = "positions=yes",
    .purpose = "Families of the schools",
  };
  const IonCampaignStart again = { .tranche = -1 };
  g_auto (IonStoredDraft) draft = { NULL };
  g_autoptr (IonCampaign) campaign = NULL, later = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "one");
  id = prepare (&fixture, draft.id, 3, &error);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &ask, &error));
  g_assert_cmpuint (count_listed (&fixture), ==, 0);
  g_assert_cmpuint (count_lines (&fixture, "campaign-new"), ==, 0);
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &start, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_listed (&fixture), ==, 1);
  g_assert_cmpuint (count_lines (&fixture, "campaign-new"), ==, 1);
  g_assert_cmpuint (count_lines (&fixture, "campaign-answers"), ==, 1);
  campaign = ion_ledger_get_campaign (fixture.ledger, "Rette", &error);
  g_assert_null (campaign->draft_id);
  g_assert_cmpint (campaign->daily_limit, ==, 2);
  g_assert_true (campaign->in_hours);
  g_assert_cmpstr (campaign->answers, ==, "positions=yes");
  g_assert_cmpstr (campaign->purpose, ==, "Families of the schools");
  g_assert_false (ion_ledger_remove_draft (fixture.ledger, draft.id, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ion_ledger_put_draft (fixture.ledger, &draft, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (prepare (&fixture, draft.id, 4, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_STATE);
  g_clear_error (&error);
  fixture_assert_sum (&fixture, id, 3);
  /* a new wish keeps the limit unless it names one */
  g_assert_true (ion_ledger_start_campaign (fixture.ledger, id, &again, &error));
  later = ion_ledger_get_campaign (fixture.ledger, id, &error);
  g_assert_cmpint (later->daily_limit, ==, 2);
  g_assert_false (later->in_hours);
  g_assert_cmpstr (later->answers, ==, "positions=yes");
  g_assert_cmpstr (later->purpose, ==, "Families of the schools");
  fixture_clear (&fixture);
}

/* An answer that comes late finds no row rather than that of somebody else. */
static void
test_numbers (void)
{
  g_auto (IonStoredDraft) draft = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;
  gint64 row;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "one");
  first = prepare (&fixture, draft.id, 1, &error);
  row = fixture_get_id (&fixture, first, 2);
  g_assert_true (ion_ledger_remove_draft (fixture.ledger, draft.id, &error));
  save (&fixture, &draft, "two");
  second = prepare (&fixture, draft.id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_get_id (&fixture, second, 2), !=, row);
  g_assert_false (fixture_settle_state (&fixture, row, ION_DELIVERY_NOT_ON_IO, &error));
  g_assert_error (error, ION_STORE_ERROR, ION_STORE_ERROR_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_sealed (void)
{
  g_auto (IonStoredDraft) draft = { NULL };
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "RSSMRA80A01A000X;Gioacchina");
  g_assert_false (fixture_folder_contains (fixture.folder, "RSSMRA80A01A000X"));
  g_assert_false (fixture_folder_contains (fixture.folder, "Gioacchina"));
  fixture_reopen (&fixture);
  {
    g_autoptr (IonStoredDraft) found = ion_ledger_get_draft (fixture.ledger, draft.id, NULL);

    g_assert_true (g_bytes_equal (found->content, draft.content));
  }
  fixture_clear (&fixture);
}

/* What nobody has touched since goes with everything else of that age. */
static void
test_retention (void)
{
  g_auto (IonStoredDraft) draft = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *id = NULL;
  Fixture fixture;

  fixture_init (&fixture);
  save (&fixture, &draft, "one");
  id = prepare (&fixture, draft.id, 2, &error);
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, draft.saved_at, &error), ==, 0);
  g_assert_true (exists (&fixture, id));
  g_assert_cmpint (ion_ledger_purge_before (fixture.ledger, draft.saved_at + 1, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_false (exists (&fixture, id));
  left = ion_ledger_list_drafts (fixture.ledger, &error);
  g_assert_cmpuint (left->len, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariant/2/begun-is-no-draft", test_begun);
  g_test_add_func ("/invariant/3/numbers-are-never-given-twice", test_numbers);
  g_test_add_func ("/invariant/6/drafts-sealed", test_sealed);
  g_test_add_func ("/store/ledger-drafts/put", test_put);
  g_test_add_func ("/store/ledger-drafts/remove", test_remove);
  g_test_add_func ("/store/ledger-drafts/prepare", test_prepare);
  g_test_add_func ("/store/ledger-drafts/retention", test_retention);
  return g_test_run ();
}
