/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The sample campaign is one that an office could send as it is: nothing in it is wrong or odd. */

#include "config.h"

#include "ion-recipient-file.h"
#include "ion-template-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000) /* 2026-09-21 */

static const char *generator, *template_file;

static char *
generate (const char *rows, const char *seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, generator, "--date", "2026-09-21",
                        "--rows", rows, "--seed", seed, NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

static void
check_file (IonRecipientFile *file, gint64 n_expected)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  g_autoptr (GPtrArray) doubts = NULL;
  g_autoptr (GError) error = NULL;
  IonRecipient *recipient;
  IonCampaignTotals totals;
  gint64 n = 0;

  while (ion_recipient_file_next (file, &recipient, NULL, NULL, issues, &error))
    {
      n += recipient->is_valid && !recipient->is_duplicate;
      ion_recipient_free (recipient);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      g_test_message ("%" G_GINT64_FORMAT " %s: %s", issue->row, issue->code, issue->message);
    }
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpint (n, ==, n_expected);
  doubts = ion_recipient_file_get_doubts (file);
  g_assert_cmpuint (doubts->len, ==, 0);
  ion_recipient_file_get_totals (file, &totals);
  g_assert_cmpint (totals.people, ==, n_expected);
  g_assert_cmpint (totals.amount_min, ==, 3250);
  g_assert_cmpint (totals.amount_max, ==, 15950);
}

static void
test_sample (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rette.csv", NULL);
  g_autofree char *text = generate ("5130", "1");
  g_autofree char *json = NULL;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autoptr (IonRecipientFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (template_file, &json, NULL, NULL));
  template_ = ion_template_from_json (json, -1, &error);
  g_assert_no_error (error);
  file = ion_recipient_file_open (path, NULL,
                                  &(IonRecipientFileOptions){ .template_ = template_, .now = NOW },
                                  &error);
  g_assert_no_error (error);
  check_file (file, 5130);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_deterministic (void)
{
  g_autofree char *one = generate ("200", "7");
  g_autofree char *same = generate ("200", "7");
  g_autofree char *other = generate ("200", "8");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  generator = argv[1];
  template_file = argv[2];
  g_test_add_func ("/sample/nothing-is-wrong", test_sample);
  g_test_add_func ("/sample/deterministic", test_deterministic);
  return g_test_run ();
}
