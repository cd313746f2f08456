/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Damaged cells of a row: mended and said, or left to a person with a guess. */

#include "config.h"

#include "ion-moment.h"
#include "recipient-fixture.h"

#include <string.h>

/* Damage that has one reading is mended and said; the message gets the mended value. */
static void
test_repairs (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ASSERT_SAYS ("rss mra-85t10 a562s;Rossi;Mario;Ugo;ottobre;'85,50;46326;'" NOTICE_1,
               "CODICE FISCALE:repaired-fiscal-code IMPORTO:repaired-amount "
               "SCADENZA:repaired-date AVVISO:repaired-notice-number");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;85,50;31/10/26;" NOTICE_2,
               "SCADENZA:repaired-date");
  recipient = recipient_fixture_add_row (&f, "\"" ADULT_3
                                             "\";Verdi;Gianni;Ugo;ottobre;85,50;46326;" NOTICE_3);
  g_assert_true (recipient->is_valid);
  g_assert_cmpstr (recipient->fiscal_code, ==, ADULT_3);
  g_assert_cmpstr (ion_fields_get (recipient->fields, "scadenza"), ==, "31/10/2026");
  g_assert_cmpint (recipient->due_date, ==,
                   ion_moment_from_local (&(IonDate){ 2026, 10, 31 }, 23, 59, 59));
  recipient_fixture_clear (&f);
}

/* Damage that can only be guessed at leaves the row out, with the guess beside. */
static void
test_proposals (void)
{
  static const struct
  {
    const char *line, *code, *proposal;
  } cases[] = {
    { "RSSMRA85T1OA562S;Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "fiscal-code-lookalike",
      ADULT_1 },
    { "RSSMR\320\22085T10A562S;Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "fiscal-code-lookalike",
      ADULT_1 },
    { "CF: " ADULT_1 ";Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "fiscal-code-in-text",
      ADULT_1 },
    { ADULT_1 " " ADULT_2 ";Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "fiscal-codes-several",
      NULL },
    { ADULT_1 ";Rossi;Mario;U;o;85,50;10/31/2026;" NOTICE_1, "date-month-first", "31/10/2026" },
    { ADULT_1 ";Rossi;Mario;U;o;85,50;31/10/2026;3,01011E+17", "notice-number-rounded", NULL },
    { ADULT_1 ";Rossi;Mario;U;o;0;31/10/2026;" NOTICE_1, "amount-zero", NULL },
    { ADULT_1 ";Rossi;Mario;U;o;85,50-;31/10/2026;" NOTICE_1, "amount-range", NULL },
    { ADULT_1 ";Rossi;Mario;U;#N/D;85,50;31/10/2026;" NOTICE_1, "cell-error", NULL },
    { ADULT_1 ";Rossi;Mario;U;o;#VALORE!;31/10/2026;" NOTICE_1, "cell-error", NULL },
    { "#RIF!;Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "cell-error", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RecipientFixture f;
      g_autoptr (IonRecipient) recipient = NULL;
      const IonIssue *issue;

      recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
      recipient = recipient_fixture_add_row (&f, cases[i].line);
      g_assert_false (recipient->is_valid);
      g_assert_cmpuint (f.issues->len, ==, 1);
      issue = g_ptr_array_index (f.issues, 0);
      g_assert_cmpstr (issue->code, ==, cases[i].code);
      g_assert_cmpstr (issue->proposal, ==, cases[i].proposal);
      g_assert_null (strstr (issue->message, ADULT_1));
      recipient_fixture_clear (&f);
    }
}

/* The check character stays a warning; letters that look like digits are pointed out with it. */
static void
test_check_character (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;
  const IonIssue *issue;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  recipient =
      recipient_fixture_add_row (&f, "RSSMRA8ST10A562S;Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1);
  g_assert_true (recipient->is_valid);
  g_assert_cmpstr (recipient->fiscal_code, ==, "RSSMRA8ST10A562S");
  g_assert_cmpuint (f.issues->len, ==, 1);
  issue = g_ptr_array_index (f.issues, 0);
  g_assert_cmpstr (issue->code, ==, "check-character");
  g_assert_cmpstr (issue->proposal, ==, ADULT_1);
  recipient_fixture_clear (&f);
}

/* A reader that knows an error by the cell's type has said so: once is enough. */
static void
test_cell_error_once (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  g_ptr_array_add (f.issues, ion_issue_new (2, "IMPORTO", "cell-error", "An error.", FALSE));
  recipient = recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;U;o;#N/D;31/10/2026;" NOTICE_1);
  g_assert_false (recipient->is_valid);
  g_assert_cmpuint (f.issues->len, ==, 1);
  recipient_fixture_clear (&f);
}

/* What stands in the place of a name there is nobody's name. */
static void
test_damaged_name (void)
{
  RecipientFixture f;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ASSERT_SAYS (ADULT_1 ";#VALORE!;Mario;U;o;85,50;31/10/2026;" NOTICE_1, "");
  ASSERT_SAYS (ADULT_2 ";Verdi;Mario;U;o;85,50;31/10/2026;" NOTICE_2,
               "COGNOME:name-does-not-match");
  recipient_fixture_clear (&f);
}

/* A day that is only told, by the format that the text asks for. */
static void
test_other_dates (void)
{
  RecipientFixture f;
  IonTemplate *template_ = recipient_fixture_make_template (NULL);
  g_autoptr (IonRecipient) recipient = NULL;

  g_free (template_->main->markdown);
  template_->main->markdown = g_strdup (
      "Ciao {{nome}}, la retta di {{mese}} per {{alunno}} \303\250 di {{importo | euro}} e scade "
      "il {{scadenza}}. Lo sportello ti aspetta il {{giorno | data lunga}}.");
  recipient_fixture_init (&f, HEADER ";GIORNO", template_);
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;U;o;85,50;31/10/2026;" NOTICE_1 ";46315",
               "GIORNO:repaired-date");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;U;p;85,50;31/10/2026;" NOTICE_1 ";10/20/2026",
               "!GIORNO:date-month-first");
  recipient = recipient_fixture_add_row (&f, ADULT_2 ";Bianchi;Luca;U;o;85,50;31/10/2026;" NOTICE_2
                                                     ";20/10/26");
  g_assert_cmpstr (ion_fields_get (recipient->fields, "giorno"), ==, "20/10/2026");
  recipient_fixture_clear (&f);
}

static void
test_cut_and_postcode (void)
{
  RecipientFixture f;
  IonTemplate *template_ = recipient_fixture_make_template (NULL);
  g_autofree char *long_name = g_strnfill (255, 'a');
  g_autofree char *line =
      g_strdup_printf (ADULT_1 ";Rossi;Mario;%s;o;85,50;31/10/2026;" NOTICE_1 ";118", long_name);
  g_autoptr (IonRecipient) recipient = NULL;

  g_free (template_->main->markdown);
  template_->main->markdown = g_strdup (
      "Ciao {{nome}}, la retta di {{mese}} per {{alunno}} \303\250 di {{importo | euro}} e scade "
      "il {{scadenza}}. Puoi pagarla da questo messaggio, o a {{CAP}}.");
  recipient_fixture_init (&f, HEADER ";C.A.P.", template_);
  ASSERT_SAYS (line, "ALUNNO:maybe-cut C.A.P.:repaired-postcode");
  recipient =
      recipient_fixture_add_row (&f, ADULT_2 ";Bianchi;Luca;U;o;85,50;31/10/2026;" NOTICE_2 ";118");
  g_assert_cmpstr (ion_fields_get (recipient->fields, "CAP"), ==, "00118");
  recipient_fixture_clear (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipient-damage/repairs", test_repairs);
  g_test_add_func ("/recipient-damage/proposals", test_proposals);
  g_test_add_func ("/recipient-damage/check-character", test_check_character);
  g_test_add_func ("/recipient-damage/cell-error-once", test_cell_error_once);
  g_test_add_func ("/recipient-damage/damaged-name", test_damaged_name);
  g_test_add_func ("/recipient-damage/other-dates", test_other_dates);
  g_test_add_func ("/recipient-damage/cut-and-postcode", test_cut_and_postcode);
  return g_test_run ();
}
