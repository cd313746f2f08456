/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What the tests of the office have in common. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-fiscal-code.h"
#include "ion-office-settings.h"
#include "ion-template-catalog.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

OfficeFixture *
office_fixture_new (void)
{
  OfficeFixture *self = g_new0 (OfficeFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("ion-office-XXXXXX", &error);
  g_assert_no_error (error);
  self->office_path = g_build_filename (self->folder, "office", NULL);
  self->office = ion_office_open (self->office_path, TRUE, &error);
  g_assert_no_error (error);
  ion_office_set_setting (self->office, "rate", "100000/1", &error);
  g_assert_no_error (error);
  return self;
}

void
office_fixture_close (OfficeFixture *self)
{
  g_autoptr (GError) error = NULL;

  if (self->office == NULL)
    return;
  ion_office_close (self->office, &error);
  g_assert_no_error (error);
  g_clear_object (&self->office);
}

void
office_fixture_reopen (OfficeFixture *self)
{
  g_autoptr (GError) error = NULL;

  office_fixture_close (self);
  self->office = ion_office_open (self->office_path, TRUE, &error);
  g_assert_no_error (error);
}

void
office_fixture_free (OfficeFixture *self)
{
  office_fixture_close (self);
  remove_tree (self->folder);
  g_free (self->office_path);
  g_free (self->folder);
  g_free (self);
}

char *
office_fixture_person (guint number)
{
  char *code =
      g_strdup_printf ("RSSMRA%02u%c%02uD%03u?", 40 + number % 40, "ABCDEHLMPRST"[number / 40 % 12],
                       1 + number / 480 % 28, 548 - number % 500);

  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      code[15] = letter;
      if (ion_fiscal_code_is_check_character_right (code))
        return code;
    }
  g_assert_not_reached ();
}

char *
office_fixture_write (OfficeFixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
office_fixture_sample (OfficeFixture *self, const char *name, guint first, guint rows)
{
  g_autoptr (GString) text =
      g_string_new ("codice fiscale;nome;alunno;mese;importo;scadenza;avviso\n");

  for (guint i = first; i < first + rows; i++)
    {
      g_autofree char *person = office_fixture_person (i);
      guint64 notice = G_GUINT64_CONSTANT (3010000000000000) + i;

      g_string_append_printf (text,
                              "%s;Mario;Tommaso Rossi;ottobre;%u,50;31/12/2099;%" PRIu64 "%02u\n",
                              person, 10 + i, notice, (guint) (notice % 93));
    }
  return office_fixture_write (self, name, text->str);
}

IonTemplate *
office_fixture_template (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("ION_DATA_DIR"), "templates", "retta-scolastica.json", NULL);
  g_autoptr (GError) error = NULL;
  IonTemplate *template_ = ion_template_load_file (path, &error);

  g_assert_no_error (error);
  return template_;
}

char *
office_fixture_import (OfficeFixture *self, guint first, guint rows)
{
  g_autofree char *name = g_strdup_printf ("rows-%u.csv", first);
  g_autofree char *path = office_fixture_sample (self, name, first, rows);
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autoptr (IonImporter) importer = ion_importer_new (self->office, template_);
  IonNewCampaign campaign = { .service = "practice-01" };
  g_autoptr (GError) error = NULL;
  char *id;

  ion_importer_set_file (importer, path, NULL);
  id = ion_importer_create (importer, &campaign, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  /* What the citizens' files hold is not what the office holds. */
  g_unlink (path);
  return id;
}

typedef struct
{
  gboolean is_over;
  IonResult result;
  char *sentence;
  GError *error;
} RunEnd;

static void
run_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RunEnd *end = user_data;

  end->result = ion_run_finish (ION_RUN (source), result, &end->sentence, &end->error);
  end->is_over = TRUE;
}

IonResult
office_fixture_run (OfficeFixture *self, const IonRunOptions *options, char **sentence)
{
  g_autoptr (IonRun) run = ion_run_new (self->office, options);
  RunEnd end = { 0 };

  ion_run_async (run, run_over_cb, &end);
  while (!end.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (end.error);
  g_test_message ("%s", end.sentence);
  if (sentence != NULL)
    *sentence = end.sentence;
  else
    g_free (end.sentence);
  return end.result;
}

IonResult
office_fixture_send (OfficeFixture *self, const char *campaign)
{
  IonRunOptions options = { .kind = ION_RUN_SEND, .campaign = campaign, .first = -1 };

  return office_fixture_run (self, &options, NULL);
}

void
office_fixture_count (OfficeFixture *self, const char *campaign, IonCampaignCounts *counts)
{
  g_autoptr (GError) error = NULL;

  ion_ledger_count_campaign (ion_office_get_ledger (self->office), campaign, counts, &error);
  g_assert_no_error (error);
  office_fixture_assert_sum (counts);
}

void
office_fixture_assert_sum (const IonCampaignCounts *counts)
{
  gint64 sum = 0;

  for (guint i = 0; i < ION_N_DELIVERY_STATES; i++)
    sum += counts->by_state[i];
  g_assert_cmpint (sum, ==, counts->rows);
}

static gboolean
grep_tree (const char *path, const char *needle)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize length = 0;

  if (dir == NULL)
    return g_file_get_contents (path, &content, &length, NULL) &&
           memmem (content, length, needle, strlen (needle)) != NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      /* The practice keyring stands for the desktop's, which is outside in a real office. */
      if (!g_str_equal (name, "keys") && grep_tree (child, needle))
        {
          g_test_message ("found in %s", child);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
office_fixture_grep (OfficeFixture *self, const char *needle)
{
  return grep_tree (self->office_path, needle);
}

IonImporter *
office_fixture_importer (OfficeFixture *fixture, const char *path)
{
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  IonImporter *importer = ion_importer_new (fixture->office, template_);

  ion_importer_set_file (importer, path, NULL);
  return importer;
}

void
office_fixture_assert_no_campaign (OfficeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns =
      ion_ledger_list_campaigns (ion_office_get_ledger (fixture->office), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 0);
}
