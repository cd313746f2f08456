/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Files that do not lie still: somebody saves them while they are read, or they are pipes. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-ledger-deliveries.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Somebody saves the file while it is read: into it, or another in its place. */
static void
append_cb (gint64 done, double fraction, gpointer path)
{
  FILE *file = done == 0 ? fopen (path, "a") : NULL;

  if (file == NULL)
    return;
  fputs ("\n", file);
  fclose (file);
}

static void
replace_cb (gint64 done, double fraction, gpointer path)
{
  g_autofree char *text = NULL;
  gsize size;

  if (done == 0 && g_file_get_contents (path, &text, &size, NULL))
    g_file_set_contents (path, text, (gssize) size, NULL);
}

/* What was read may be half of one list and half of another: it does not count. */
static void
test_changed_meanwhile (void)
{
  static const IonProgressFunc changes[] = { append_cb, replace_cb };
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 100);
  const IonNewCampaign campaign = { .service = "practice-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (IonImporter) importer = office_fixture_importer (fixture, path);
      g_autoptr (IonImporter) checker = office_fixture_importer (fixture, path);
      g_autoptr (GError) error = NULL;

      ion_importer_set_progress (importer, changes[i], path);
      g_assert_null (ion_importer_create (importer, &campaign, NULL, NULL, &error));
      g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "changed"));
      g_clear_error (&error);
      office_fixture_assert_no_campaign (fixture);
      ion_importer_set_progress (checker, changes[i], path);
      g_assert_null (ion_importer_check (checker, NULL, &error));
      g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED);
    }
}

typedef struct
{
  const char *pipe;
  const char *text;
  gsize size;
} Feed;

static gpointer
feed_thread (gpointer data)
{
  const Feed *feed = data;
  FILE *file = fopen (feed->pipe, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (feed->text, 1, feed->size, file), ==, feed->size);
  fclose (file);
  return NULL;
}

/* A pipe is read once, by one: every row of it arrives. */
static void
test_pipe (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autofree char *path = office_fixture_sample (fixture, "rows.csv", 0, 3000);
  g_autofree char *fifo = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (IonImporter) importer = office_fixture_importer (fixture, fifo);
  const IonNewCampaign campaign = { .service = "practice-01" };
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  Feed feed = { .pipe = fifo };
  IonCampaignCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, &feed.size, &error));
  feed.text = text;
  thread = g_thread_new ("feed", feed_thread, &feed);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  office_fixture_count (fixture, id, &counts);
  g_assert_cmpint (counts.rows, ==, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-stamp/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/file-stamp/pipe", test_pipe);
  return g_test_run ();
}
