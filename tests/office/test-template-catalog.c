/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Templates by name and by file, the starters, and the made-up data that tries them. */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "office-fixture.h"

#include "ion-template-catalog.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000)

/* Every starter can be tried in every language without a citizen's data. */
static void
test_starters (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) starters = ion_template_list_starters (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (starters->len, >, 0);
  for (guint i = 0; i < starters->len; i++)
    {
      const IonTemplate *starter = g_ptr_array_index (starters, i);
      g_autoptr (GPtrArray) remarks = ion_template_check (starter, NOW);

      for (guint n = 0; n < remarks->len; n++)
        {
          const IonTemplateRemark *remark = g_ptr_array_index (remarks, n);

          g_test_message ("%s: %s: %s", starter->name, remark->code, remark->message);
          g_assert_true (remark->is_warning);
        }
    }
}

static void
test_find (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonTemplate) own = office_fixture_template ();
  g_autoptr (IonTemplate) found = NULL;
  g_autoptr (IonTemplate) by_beginning = NULL;
  g_autoptr (GError) error = NULL;

  g_free (own->name);
  own->name = g_strdup ("Mensa di prova");
  g_assert_true (ion_office_put_template (fixture->office, own, FALSE, &error));
  g_assert_no_error (error);
  found = ion_office_find_template (fixture->office, "mensa di PROVA", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->name, ==, "Mensa di prova");
  by_beginning = ion_office_find_template (fixture->office, "mensa di p", &error);
  g_assert_no_error (error);
  g_assert_null (ion_office_find_template (fixture->office, "nessuno", &error));
  g_assert_error (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (ion_office_remove_template (fixture->office, "Mensa di prova", &error));
}

static void
test_check (void)
{
  g_autoptr (IonTemplate) broken = office_fixture_template ();
  g_autoptr (GPtrArray) remarks = NULL;

  g_free (broken->main->subject);
  broken->main->subject = g_strdup ("Retta di {{mese | nonsense}}");
  remarks = ion_template_check (broken, NOW);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (((IonTemplateRemark *) g_ptr_array_index (remarks, 0))->code, ==,
                   "unknown-format");
}

static void
test_file (void)
{
  g_autoptr (OfficeFixture) fixture = office_fixture_new ();
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  g_autofree char *path = g_build_filename (fixture->folder, "t.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *odd_text = NULL;
  g_autofree char *odd = NULL;
  g_autoptr (IonTemplate) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ion_template_save_file (template_, path, &error));
  again = ion_office_find_template (NULL, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->main->subject, ==, template_->main->subject);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  odd_text = g_strconcat ("{\"zzz\": 1, ", strchr (text, '{') + 1, NULL);
  odd = office_fixture_write (fixture, "odd.json", odd_text);
  g_assert_null (ion_template_load_file (odd, &error));
  g_assert_nonnull (strstr (error->message, "zzz"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-catalog/starters", test_starters);
  g_test_add_func ("/template-catalog/find", test_find);
  g_test_add_func ("/template-catalog/check", test_check);
  g_test_add_func ("/template-catalog/file", test_file);

  return g_test_run ();
}
