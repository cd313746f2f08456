/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is odd about the file as a whole, and the rows that show it only at its end. */

#include "config.h"

#include "recipient-fixture.h"

#include <string.h>

/* Returns: (transfer full): the doubts about the file of these lines: "code 3 code 2" */
static char *
doubt (const char *const *lines, gsize n_lines)
{
  RecipientFixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  GString *text = g_string_new (NULL);

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  for (gsize i = 0; i < n_lines; i++)
    ion_recipient_free (recipient_fixture_add_row (&f, lines[i]));
  doubts = ion_recipient_check_get_doubts (f.check);
  for (guint i = 0; i < doubts->len; i++)
    {
      const IonDoubt *one = g_ptr_array_index (doubts, i);

      g_assert_cmpstr (one->message, !=, "");
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? " " : "", one->code,
                              one->rows);
    }
  recipient_fixture_clear (&f);
  return g_string_free (text, FALSE);
}

#define ASSERT_DOUBTS(expected, ...)                            \
  G_STMT_START                                                  \
  {                                                             \
    static const char *const lines[] = { __VA_ARGS__ };         \
    g_autofree char *got = doubt (lines, G_N_ELEMENTS (lines)); \
    g_assert_cmpstr (got, ==, expected);                        \
  }                                                             \
  G_STMT_END

static void
test_doubts (void)
{
  ASSERT_DOUBTS ("", ADULT_1 ";Rossi;Mario;A;m;85,50;31/10/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;120,00;31/10/2026;" NOTICE_2);
  /* The names have slipped by a row. */
  ASSERT_DOUBTS ("names-do-not-match 2", ADULT_1 ";Bianchi;Luca;A;m;85,50;31/10/2026;" NOTICE_1,
                 ADULT_2 ";Verdi;Gianni;B;m;120,00;31/10/2026;" NOTICE_2);
  /* One odd name among several is a warning, no doubt about the file. */
  ASSERT_DOUBTS ("", ADULT_1 ";Bianchi;Mario;A;m;85,50;31/10/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;120,00;31/10/2026;" NOTICE_2);
  ASSERT_DOUBTS ("minors 2", MINOR_1 ";Rossi;Luca;A;m;85,50;31/10/2026;" NOTICE_1,
                 MINOR_2 ";Bianchi;Sara;B;m;120,00;31/10/2026;" NOTICE_2,
                 ADULT_1 ";Rossi;Mario;C;m;85,50;31/10/2026;" NOTICE_3);
  ASSERT_DOUBTS ("notice-on-different-people 3",
                 ADULT_1 ";Rossi;Mario;A;m;85,50;31/10/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;120,00;31/10/2026;" NOTICE_1,
                 ADULT_3 ";Verdi;Gianni;B;m;120,00;31/10/2026;" NOTICE_1);
  ASSERT_DOUBTS ("amounts-far-apart 1", ADULT_1 ";Rossi;Mario;A;m;85,50;31/10/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;8550;31/10/2026;" NOTICE_2,
                 ADULT_3 ";Verdi;Gianni;B;m;120,00;31/10/2026;" NOTICE_3);
  ASSERT_DOUBTS ("due-dates-past 1", ADULT_1 ";Rossi;Mario;A;m;85,50;31/08/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;120,00;31/10/2026;" NOTICE_2);
}

/* Returns: (transfer full): "row code; " of what is said after the last row */
static char *
say_late (RecipientFixture *self)
{
  g_autoptr (GPtrArray) issues = ion_recipient_check_take_late_issues (self->check);
  g_autoptr (GPtrArray) again = ion_recipient_check_take_late_issues (self->check);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (issues, i);

      g_assert_true (issue->is_warning);
      g_assert_cmpstr (issue->column, ==, "IMPORTO");
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s; ", issue->row, issue->code);
    }
  g_assert_cmpuint (again->len, ==, 0);
  return g_string_free (text, FALSE);
}

static void
add_amount (RecipientFixture *self, const char *amount)
{
  g_autofree char *line =
      g_strdup_printf (ADULT_1 ";Rossi;Mario;U;o;%s;31/10/2026;" NOTICE_1, amount);

  ion_recipient_free (recipient_fixture_add_row (self, line));
}

/* The rows of the odd amounts are known after the last one. */
static void
test_far_amounts (void)
{
  static const char *const amounts[] = { "8550", "85,50", "120,00", "90", "0,85", "75,20" };
  RecipientFixture f;
  g_autofree char *said = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    add_amount (&f, amounts[i]);
  said = say_late (&f);
  g_assert_cmpstr (said, ==, "2 amount-far-from-neighbours; 6 amount-far-from-neighbours; ");
  recipient_fixture_clear (&f);
}

/* From ten to nine hundred euros: an office's life. */
static void
test_even_amounts (void)
{
  RecipientFixture f;
  g_autofree char *said = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  for (guint i = 1; i < 90; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%u,50", i * 10);

      add_amount (&f, amount);
    }
  said = say_late (&f);
  g_assert_cmpstr (said, ==, "");
  recipient_fixture_clear (&f);
}

/* However many rows are odd, what is kept of them is bounded. */
static void
test_many_far_amounts (void)
{
  RecipientFixture f;
  g_autoptr (GPtrArray) issues = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  for (guint i = 0; i < 3000; i++)
    add_amount (&f, i % 3 == 0 ? "8550" : "85,50");
  issues = ion_recipient_check_take_late_issues (f.check);
  g_assert_cmpuint (issues->len, >, 100);
  g_assert_cmpuint (issues->len, <=, 250);
  recipient_fixture_clear (&f);
}

/* "1.234" is a thousand and more, unless its column has its decimals behind points. */
static void
test_bare_thousands (void)
{
  RecipientFixture f;
  g_autofree char *italian = NULL, *other = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  add_amount (&f, "1.234");
  add_amount (&f, "850,50");
  italian = say_late (&f);
  g_assert_cmpstr (italian, ==, "");
  recipient_fixture_clear (&f);

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  add_amount (&f, "1.234");
  add_amount (&f, "850.50");
  other = say_late (&f);
  g_assert_cmpstr (other, ==, "2 amount-maybe-thousandth; ");
  recipient_fixture_clear (&f);
}

/* A file of 60 rows in which the names fit the codes but in [from, to). */
static char *
doubt_slipped (guint from, guint to)
{
  static const char *const right[] = { ADULT_1 ";Rossi;Mario", ADULT_2 ";Bianchi;Luca",
                                       ADULT_3 ";Verdi;Gianni" };
  static const char *const wrong[] = { ADULT_1 ";Bianchi;Luca", ADULT_2 ";Verdi;Gianni",
                                       ADULT_3 ";Rossi;Mario" };
  RecipientFixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  GString *text = g_string_new (NULL);

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s;U;o;85,50;31/10/2026;",
                                               (i >= from && i < to ? wrong : right)[i % 3]);

      ion_recipient_free (recipient_fixture_add_row (&f, line));
    }
  doubts = ion_recipient_check_get_doubts (f.check);
  for (guint i = 0; i < doubts->len; i++)
    {
      const IonDoubt *one = g_ptr_array_index (doubts, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT ": %s", one->code, one->rows,
                              one->message);
    }
  recipient_fixture_clear (&f);
  return g_string_free (text, FALSE);
}

/* A column that slipped in a part of the file: from where to where is said. */
static void
test_slip (void)
{
  g_autofree char *none = doubt_slipped (0, 0);
  g_autofree char *few = doubt_slipped (10, 15);
  g_autofree char *part = doubt_slipped (30, 50);
  g_autofree char *all = doubt_slipped (0, 60);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (few, ==, "");
  g_assert_true (g_str_has_prefix (part, "names-do-not-match 20: "));
  g_assert_nonnull (strstr (part, "32"));
  g_assert_nonnull (strstr (part, "51"));
  g_assert_true (g_str_has_prefix (all, "names-do-not-match 60: "));
}

/* Where one date has its month first, "03/04/2026" may be the fourth of March. */
static void
test_month_first (void)
{
  ASSERT_DOUBTS ("dates-month-first 1", ADULT_1 ";Rossi;Mario;A;m;85,50;10/31/2026;" NOTICE_1,
                 ADULT_2 ";Bianchi;Luca;B;m;120,00;11/10/2026;" NOTICE_2);
}

static void
test_cents (void)
{
  static const char *const amounts[] = { "8550", "12000", "4575", "9999", "3450",
                                         "8550", "12340", "4575", "9999", "3450" };
  RecipientFixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  const IonDoubt *doubt_ = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    add_amount (&f, amounts[i]);
  doubts = ion_recipient_check_get_doubts (f.check);
  g_assert_cmpuint (doubts->len, ==, 1);
  doubt_ = g_ptr_array_index (doubts, 0);
  g_assert_cmpstr (doubt_->code, ==, "amounts-maybe-cents");
  g_assert_cmpint (doubt_->rows, ==, 10);
  recipient_fixture_clear (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipient-doubts/doubts", test_doubts);
  g_test_add_func ("/recipient-doubts/far-amounts", test_far_amounts);
  g_test_add_func ("/recipient-doubts/far-amounts/even", test_even_amounts);
  g_test_add_func ("/recipient-doubts/far-amounts/many", test_many_far_amounts);
  g_test_add_func ("/recipient-doubts/bare-thousands", test_bare_thousands);
  g_test_add_func ("/recipient-doubts/slip", test_slip);
  g_test_add_func ("/recipient-doubts/month-first", test_month_first);
  g_test_add_func ("/recipient-doubts/cents", test_cents);
  return g_test_run ();
}
