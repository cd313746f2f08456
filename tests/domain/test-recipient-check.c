/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is said about each row and about the whole file. */

#include "config.h"

#include "ion-moment.h"
#include "ion-name-check.h"
#include "recipient-fixture.h"

#include <string.h>

static void
test_rows (void)
{
  RecipientFixture f;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "");
  ASSERT_SAYS ("x;Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
               "!CODICE FISCALE:fiscal-code-length");
  ASSERT_SAYS (";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "!CODICE FISCALE:empty");
  ASSERT_SAYS (WRONG ";Rossi;Mario;Ada;ottobre;85,50;31/10/2026;" NOTICE_1,
               "CODICE FISCALE:check-character AVVISO:notice-number-shared");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;8S,50;31/10/2026;" NOTICE_2,
               "!IMPORTO:amount-unreadable");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;0,00;31/10/2026;" NOTICE_2,
               "!IMPORTO:amount-zero");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/02/2026;" NOTICE_2,
               "!SCADENZA:date-unreadable");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/10/2026;301000000000100021",
               "!AVVISO:notice-number-check");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;;10;31/10/2026;" NOTICE_2, "!MESE:missing-field");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/10/2026", "!AVVISO:missing-field");
  ASSERT_SAYS (ADULT_2 ";Rossi;Gino;Ugo;ottobre;10;31/08/2026;" NOTICE_2,
               "COGNOME:name-does-not-match SCADENZA:due-date-past");
  recipient_fixture_clear (&f);
}

static void
test_test_code (void)
{
  RecipientFixture f;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ASSERT_SAYS ("AAAAAA00A00A000A;Prova;Test;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "");
  recipient_fixture_clear (&f);
}

static void
test_values (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  recipient = recipient_fixture_add_row (&f, " rssmra85t10a562s\302\240; Rossi;\302\240Mario "
                                             ";Ugo;ottobre;1.085,50 "
                                             "\342\202\254;31/10/2026;3010 0000 0000 1000 20");
  g_assert_true (recipient->is_valid);
  g_assert_cmpstr (recipient->fiscal_code, ==, ADULT_1);
  g_assert_cmpint (recipient->amount, ==, 108550);
  g_assert_cmpstr (recipient->notice_number, ==, NOTICE_1);
  g_assert_cmpstr (recipient->distinct, ==, "Ugo");
  g_assert_cmpstr (ion_fields_get (recipient->fields, "nome"), ==, "Mario");
  g_assert_cmpstr (ion_fields_get (recipient->fields, "avviso"), ==, NOTICE_1);
  /* The surname is compared with the code, and goes no further: nobody mapped it. */
  g_assert_null (ion_fields_get (recipient->fields, "cognome"));
  g_assert_null (ion_fields_get (recipient->fields, "fiscal_code"));
  recipient_fixture_clear (&f);
}

/* Whoever corrects a cell begins with what stands in it. */
static void
test_wrong_cell (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  recipient =
      recipient_fixture_add_row (&f, ADULT_2 ";Rossi;Gino;Ugo;ottobre;8S,50;31/10/2026;" NOTICE_2);
  g_assert_false (recipient->is_valid);
  for (guint i = 0; i < f.issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (f.issues, i);

      g_assert_cmpstr (issue->value, ==, issue->is_warning ? NULL : "8S,50");
    }
  recipient_fixture_clear (&f);
}

static void
test_message_limits (void)
{
  RecipientFixture f;
  g_autofree char *month = g_strnfill (130, 'm');
  g_autofree char *line =
      g_strdup_printf (ADULT_1 ";Rossi;Mario;Ugo;%s;85,50;31/10/2026;" NOTICE_1, month);

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ASSERT_SAYS (line, "!:subject-length");
  recipient_fixture_clear (&f);
}

static void
test_duplicates (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) first = NULL;
  g_autoptr (IonRecipient) sibling = NULL;
  g_autoptr (IonRecipient) again = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  first =
      recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1);
  sibling =
      recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;Ada;ottobre;85,50;31/10/2026;" NOTICE_2);
  again =
      recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;UGO;ottobre;85,50;31/10/2026;" NOTICE_3);
  g_assert_false (first->is_duplicate);
  g_assert_false (sibling->is_duplicate);
  g_assert_true (again->is_duplicate);
  g_assert_true (again->is_valid);
  g_assert_cmpint (again->duplicate_of, ==, 2);
  recipient_fixture_clear (&f);

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ASSERT_SAYS ("x;Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
               "!CODICE FISCALE:fiscal-code-length");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;;31/10/2026;" NOTICE_1, "!IMPORTO:missing-field");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;10;31/10/2026;" NOTICE_1, "");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ada;ottobre;10;31/10/2026;" NOTICE_2,
               "CODICE FISCALE:duplicate");
  recipient_fixture_clear (&f);
}

/* The message of the last row that was said to be a duplicate. */
static char *
tell_duplicate (const char *first, const char *second)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) one = NULL;
  g_autoptr (IonRecipient) other = NULL;
  char *message = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  one = recipient_fixture_add_row (&f, first);
  other = recipient_fixture_add_row (&f, second);
  g_assert_true (other->is_duplicate);
  for (guint i = 0; i < f.issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (f.issues, i);

      if (g_str_equal (issue->code, "duplicate"))
        message = g_strdup (issue->message);
    }
  recipient_fixture_clear (&f);
  return message;
}

/* Two rows of one person that are not the same: in which column, and what to do about it. */
static void
test_duplicates_that_differ (void)
{
  g_autofree char *differ =
      tell_duplicate (ADULT_1 ";Rossi;Mario;Ugo;ottobre;10;31/10/2026;" NOTICE_1,
                      ADULT_1 ";Rossi;Mario;Ada;ottobre;10;31/10/2026;" NOTICE_1);
  g_autofree char *same =
      tell_duplicate (ADULT_1 ";Rossi;Mario;Ugo;ottobre;10;31/10/2026;" NOTICE_1,
                      ADULT_1 ";Bianchi;Mario;  UGO;ottobre;10;31/10/2026;" NOTICE_1);

  g_assert_nonnull (strstr (differ, "row 2"));
  g_assert_nonnull (strstr (differ, "“ALUNNO”"));
  g_assert_nonnull (strstr (differ, "\"distinct_by\": \"alunno\""));
  g_assert_cmpstr (same, ==, "The same person is already in row 2.");
}

/* The same child, however it is written: one notice, not two. */
static void
test_same_distinct (void)
{
  static const char *const names[] = { "Anna D'Amico", "ANNA D'AMICO", "Anna  D'Amico",
                                       "Anna\302\240D'Amico", "Anna D\342\200\231Amico" };
  RecipientFixture f;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line =
          g_strdup_printf (ADULT_1 ";Rossi;Mario;%s;ottobre;85,50;31/10/2026;" NOTICE_1, names[i]);
      g_autoptr (IonRecipient) recipient = recipient_fixture_add_row (&f, line);

      g_assert_true (recipient->is_valid);
      g_assert_cmpint (recipient->duplicate_of, ==, i > 0 ? 2 : 0);
    }
  recipient_fixture_clear (&f);
}

static void
test_totals (void)
{
  RecipientFixture f;
  IonCampaignTotals totals;
  static const char *const lines[] = {
    ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
    ADULT_1 ";Rossi;Mario;Ada;ottobre;14,50;01/12/2026;" NOTICE_2,
    ADULT_1 ";Rossi;Mario;Ada;ottobre;14,50;01/12/2026;" NOTICE_2, /* again */
    ADULT_2 ";Bianchi;Luca;Ada;ottobre;900,00;31/10/2026;" NOTICE_3,
    "x;Bianchi;Luca;Ada;ottobre;1,00;31/10/2026;" NOTICE_3,
  };

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template ("alunno"));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    ion_recipient_free (recipient_fixture_add_row (&f, lines[i]));
  ion_recipient_check_get_totals (f.check, &totals);
  g_assert_cmpint (totals.people, ==, 2);
  g_assert_cmpint (totals.amount, ==, 100000);
  g_assert_cmpint (totals.amount_min, ==, 1450);
  g_assert_cmpint (totals.amount_max, ==, 90000);
  g_assert_cmpint (totals.due_from, ==,
                   ion_moment_from_local (&(IonDate){ 2026, 10, 31 }, 23, 59, 59));
  g_assert_cmpint (totals.due_to, ==,
                   ion_moment_from_local (&(IonDate){ 2026, 12, 1 }, 23, 59, 59));
  recipient_fixture_clear (&f);
}

static void
test_without_template (void)
{
  RecipientFixture f;

  recipient_fixture_init (&f, "cod. fisc.;Nominativo;Importo;Scadenza;Note", NULL);
  ASSERT_SAYS (ADULT_1 ";Mario Rossi;85,50;31/10/2026;", "");
  ASSERT_SAYS (ADULT_2 ";Rossi Mario;8x;31/13/2026;",
               "Nominativo:name-does-not-match !Importo:amount-unreadable "
               "!Scadenza:date-unreadable");
  recipient_fixture_clear (&f);
}

static void
test_constant (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ion_recipient_check_set_constant (f.check, "mese", "novembre");
  recipient =
      recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;;85,50;31/10/2026;" NOTICE_1);
  g_assert_true (recipient->is_valid);
  g_assert_cmpstr (ion_fields_get (recipient->fields, "mese"), ==, "novembre");
  recipient_fixture_clear (&f);
}

/* One due date and amount for all, said once: they are looked at all the same. */
static void
test_constant_payment (void)
{
  RecipientFixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  IonCampaignTotals totals;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  ion_recipient_check_set_constant (f.check, "scadenza", "31/08/2026");
  ion_recipient_check_set_constant (f.check, "importo", "12,00");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;m;;;" NOTICE_1, ":due-date-past");
  doubts = ion_recipient_check_get_doubts (f.check);
  g_assert_cmpuint (doubts->len, ==, 1);
  ion_recipient_check_get_totals (f.check, &totals);
  g_assert_cmpint (totals.amount, ==, 1200);
  recipient_fixture_clear (&f);
}

/* What the reader found wrong with a row makes the row not valid. */
static void
test_earlier_error (void)
{
  RecipientFixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  recipient_fixture_init (&f, HEADER, recipient_fixture_make_template (NULL));
  g_ptr_array_add (f.issues, ion_issue_new (2, NULL, "ragged-row", "More cells.", FALSE));
  recipient =
      recipient_fixture_add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;m;85,50;31/10/2026;" NOTICE_1);
  g_assert_false (recipient->is_valid);
  recipient_fixture_clear (&f);
}

static void
test_names (void)
{
  static const struct
  {
    const char *code, *surname, *name;
    IonNameCheck told;
  } cases[] = {
    { "RSSMRA85T10A562S", "Rossi", "Mario", ION_NAME_CHECK_MATCHES },
    { "RSSMRA85T10A562S", "MARIO", "ROSSI", ION_NAME_CHECK_MATCHES },
    { "RSSMRA85T10A562S", "Rossi", "Mario Giovanni", ION_NAME_CHECK_MATCHES },
    { "RSSMRA85T10A562S", "Rossi Bianchi", "Mario", ION_NAME_CHECK_MATCHES },
    { "RSSMRA85T10A562S", "Verdi", "Mario", ION_NAME_CHECK_DIFFERS },
    { "RSSMRA85T10A562S", "Rossi", "Luca", ION_NAME_CHECK_DIFFERS },
    { "RSSMRA85T10A562S", "", "Mario", ION_NAME_CHECK_CANNOT_TELL },
    { "RSSMRA85T10A562S", "\320\240\320\276\321\201\321\201\320\270", "Mario",
      ION_NAME_CHECK_CANNOT_TELL },
    { "DNGNCL80A01H501X", "D'Angelo", "Nicol\303\262", ION_NAME_CHECK_MATCHES },
    { "DNGNCL80A01H501X", "D\342\200\231ANGELO", "NICOLO'", ION_NAME_CHECK_MATCHES },
    { "DLCNNA80A01H501X", "De Luca", "Anna", ION_NAME_CHECK_MATCHES },
    { "DLCNNA80A01H501X", "DELUCA", "Anna Maria", ION_NAME_CHECK_MATCHES },
    { "FOXXXX80A01H501X", "Fo", "Xxx", ION_NAME_CHECK_MATCHES },
    { "MLLKRO80A01H501X", "M\303\274ller", "Kore", ION_NAME_CHECK_MATCHES },
    { "GNNGNN80A01H501X", "Agnini", "Gianna", ION_NAME_CHECK_MATCHES },
    { "BRBFNC80A01H501X", "Barbieri", "Francesca", ION_NAME_CHECK_MATCHES },
    { "BRBFNC80A01H501X", "Barbieri", "Maria Francesca", ION_NAME_CHECK_MATCHES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].surname, cases[i].name);
      g_assert_cmpint (ion_name_check (cases[i].code, cases[i].surname, cases[i].name), ==,
                       cases[i].told);
    }
  g_assert_cmpint (ion_name_check_full ("DLCNNA80A01H501X", "De Luca Anna Maria"), ==,
                   ION_NAME_CHECK_MATCHES);
  g_assert_cmpint (ion_name_check_full ("DLCNNA80A01H501X", "Anna De Luca"), ==,
                   ION_NAME_CHECK_MATCHES);
  g_assert_cmpint (ion_name_check_full ("DLCNNA80A01H501X", "Luca Bianchi"), ==,
                   ION_NAME_CHECK_DIFFERS);
  g_assert_cmpint (ion_name_check_full ("DLCNNA80A01H501X", "Luca"), ==,
                   ION_NAME_CHECK_CANNOT_TELL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recipient-check/rows", test_rows);
  g_test_add_func ("/recipient-check/test-code", test_test_code);
  g_test_add_func ("/recipient-check/values", test_values);
  g_test_add_func ("/recipient-check/wrong-cell", test_wrong_cell);
  g_test_add_func ("/recipient-check/message-limits", test_message_limits);
  g_test_add_func ("/recipient-check/duplicates", test_duplicates);
  g_test_add_func ("/recipient-check/duplicates-that-differ", test_duplicates_that_differ);
  g_test_add_func ("/recipient-check/same-distinct", test_same_distinct);
  g_test_add_func ("/recipient-check/totals", test_totals);
  g_test_add_func ("/recipient-check/without-template", test_without_template);
  g_test_add_func ("/recipient-check/constant", test_constant);
  g_test_add_func ("/recipient-check/constant/payment", test_constant_payment);
  g_test_add_func ("/recipient-check/earlier-error", test_earlier_error);
  g_test_add_func ("/recipient-check/names", test_names);
  return g_test_run ();
}
