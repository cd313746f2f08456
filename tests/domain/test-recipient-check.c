/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* What is said about each row and about the whole file. */

#include "config.h"

#include "ion-moment.h"
#include "ion-name-check.h"
#include "ion-recipient-check.h"

#include <string.h>

#define NOW      G_GINT64_CONSTANT (1790000000) /* 2026-09-21 */
#define ADULT_1  "RSSMRA85T10A562S"             /* Mario Rossi */
#define ADULT_2  "BNCLCU90A41H501W"             /* Luca Bianchi */
#define ADULT_3  "VRDGNN70B02F205O"             /* Gianni Verdi */
#define MINOR_1  "RSSLCU15C10D548V"
#define MINOR_2  "BNCSRA16D50D548Y"
#define WRONG    "RSSMRA85T10A562T"
#define NOTICE_1 "301000000000100020"
#define NOTICE_2 "301000000000100121"
#define NOTICE_3 "301000000000100222"

static IonTemplate *
make_template (const char *distinct_by)
{
  IonTemplate *template_ = ion_template_new ("Retta", ION_TEMPLATE_PAYMENT);

  g_free (template_->main->subject);
  g_free (template_->main->markdown);
  template_->main->subject = g_strdup ("Retta scolastica di {{mese}}");
  template_->main->markdown =
      g_strdup ("Ciao {{nome}}, la retta di {{mese}} per {{alunno}} \303\250 di {{importo | euro}} "
                "e scade il {{scadenza | data lunga}}. Puoi pagarla da questo messaggio.");
  template_->due_date = g_strdup ("{{scadenza}}");
  template_->amount = g_strdup ("{{importo}}");
  template_->notice_number = g_strdup ("{{avviso}}");
  template_->distinct_by = g_strdup (distinct_by);
  return template_;
}

#define HEADER "CODICE FISCALE;COGNOME;NOME;ALUNNO;MESE;IMPORTO;SCADENZA;AVVISO"

/* A file being checked, and what was said so far: "2 importo amount-unreadable; ". */
typedef struct
{
  IonTemplate *template_;
  IonRecipientCheck *check;
  GPtrArray *issues;
  gint64 row;
} Fixture;

static void
fixture_init (Fixture *self, const char *header, IonTemplate *template_)
{
  g_auto (GStrv) names = g_strsplit (header, ";", -1);
  g_autoptr (IonRenderer) renderer = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (IonMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  self->template_ = template_;
  if (template_ != NULL)
    {
      renderer = ion_renderer_new (template_, &error);
      g_assert_no_error (error);
      fields = ion_renderer_list_fields (renderer);
    }
  mapping = ion_mapping_new ((const char *const *) names, g_strv_length (names), NULL, fields, NULL,
                             &error);
  g_assert_no_error (error);
  self->check = ion_recipient_check_new (template_, mapping, (const char *const *) names,
                                         g_strv_length (names), NOW, &error);
  g_assert_no_error (error);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) ion_issue_free);
  self->row = 1;
}

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->check, ion_recipient_check_free);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->template_, ion_template_free);
}

static IonRecipient *
add_row (Fixture *self, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);

  return ion_recipient_check_row (self->check, ++self->row, (const char *const *) cells,
                                  g_strv_length (cells), self->issues);
}

/* Returns: (transfer full): what is said about @line alone, "!" before an error */
static char *
say (Fixture *self, const char *line)
{
  g_autoptr (IonRecipient) recipient = NULL;
  GString *text = g_string_new (NULL);
  gboolean has_error = FALSE;

  g_ptr_array_set_size (self->issues, 0);
  recipient = add_row (self, line);
  for (guint i = 0; i < self->issues->len; i++)
    {
      const IonIssue *issue = g_ptr_array_index (self->issues, i);

      g_assert_cmpint (issue->row, ==, self->row);
      g_assert_cmpstr (issue->message, !=, "");
      g_assert_null (strstr (issue->message, ADULT_1));
      g_string_append_printf (text, "%s%s%s:%s", text->len > 0 ? " " : "",
                              issue->is_warning ? "" : "!",
                              issue->column != NULL ? issue->column : "", issue->code);
      has_error = has_error || !issue->is_warning;
    }
  g_assert_cmpint (recipient->is_valid, ==, !has_error);
  return g_string_free (text, FALSE);
}

#define ASSERT_SAYS(line, expected)         \
  G_STMT_START                              \
  {                                         \
    g_autofree char *said = say (&f, line); \
    g_assert_cmpstr (said, ==, expected);   \
  }                                         \
  G_STMT_END

static void
test_rows (void)
{
  Fixture f;

  fixture_init (&f, HEADER, make_template ("alunno"));
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "");
  ASSERT_SAYS ("x;Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
               "!CODICE FISCALE:fiscal-code-length");
  ASSERT_SAYS (";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "!CODICE FISCALE:empty");
  ASSERT_SAYS (WRONG ";Rossi;Mario;Ada;ottobre;85,50;31/10/2026;" NOTICE_1,
               "CODICE FISCALE:check-character :notice-number-shared");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;8S,50;31/10/2026;" NOTICE_2,
               "!IMPORTO:amount-unreadable");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;0,00;31/10/2026;" NOTICE_2,
               "!IMPORTO:amount-range");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/02/2026;" NOTICE_2,
               "!SCADENZA:date-unreadable");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/10/2026;301000000000100021",
               "!AVVISO:notice-number-check");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;;10;31/10/2026;" NOTICE_2, "!MESE:missing-field");
  ASSERT_SAYS (ADULT_2 ";Bianchi;Luca;Ugo;ottobre;10;31/10/2026", "!AVVISO:missing-field");
  ASSERT_SAYS (ADULT_2 ";Rossi;Gino;Ugo;ottobre;10;31/08/2026;" NOTICE_2,
               "COGNOME:name-does-not-match SCADENZA:due-date-past");
  fixture_clear (&f);
}

static void
test_test_code (void)
{
  Fixture f;

  fixture_init (&f, HEADER, make_template (NULL));
  ASSERT_SAYS ("AAAAAA00A00A000A;Prova;Test;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1, "");
  fixture_clear (&f);
}

static void
test_values (void)
{
  Fixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  fixture_init (&f, HEADER, make_template ("alunno"));
  recipient = add_row (&f, " rssmra85t10a562s\302\240; Rossi;\302\240Mario ;Ugo;ottobre;1.085,50 "
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
  fixture_clear (&f);
}

static void
test_message_limits (void)
{
  Fixture f;
  g_autofree char *month = g_strnfill (130, 'm');
  g_autofree char *line =
      g_strdup_printf (ADULT_1 ";Rossi;Mario;Ugo;%s;85,50;31/10/2026;" NOTICE_1, month);

  fixture_init (&f, HEADER, make_template (NULL));
  ASSERT_SAYS (line, "!:subject-length");
  fixture_clear (&f);
}

static void
test_duplicates (void)
{
  Fixture f;
  g_autoptr (IonRecipient) first = NULL;
  g_autoptr (IonRecipient) sibling = NULL;
  g_autoptr (IonRecipient) again = NULL;

  fixture_init (&f, HEADER, make_template ("alunno"));
  first = add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1);
  sibling = add_row (&f, ADULT_1 ";Rossi;Mario;Ada;ottobre;85,50;31/10/2026;" NOTICE_2);
  again = add_row (&f, ADULT_1 ";Rossi;Mario;UGO;ottobre;85,50;31/10/2026;" NOTICE_3);
  g_assert_false (first->is_duplicate);
  g_assert_false (sibling->is_duplicate);
  g_assert_true (again->is_duplicate);
  g_assert_true (again->is_valid);
  g_assert_cmpint (again->duplicate_of, ==, 2);
  fixture_clear (&f);

  fixture_init (&f, HEADER, make_template (NULL));
  ASSERT_SAYS ("x;Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
               "!CODICE FISCALE:fiscal-code-length");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;;31/10/2026;" NOTICE_1, "!IMPORTO:missing-field");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;ottobre;10;31/10/2026;" NOTICE_1, "");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ada;ottobre;10;31/10/2026;" NOTICE_2,
               "CODICE FISCALE:duplicate");
  fixture_clear (&f);
}

static void
test_totals (void)
{
  Fixture f;
  IonCampaignTotals totals;
  static const char *const lines[] = {
    ADULT_1 ";Rossi;Mario;Ugo;ottobre;85,50;31/10/2026;" NOTICE_1,
    ADULT_1 ";Rossi;Mario;Ada;ottobre;14,50;01/12/2026;" NOTICE_2,
    ADULT_1 ";Rossi;Mario;Ada;ottobre;14,50;01/12/2026;" NOTICE_2, /* again */
    ADULT_2 ";Bianchi;Luca;Ada;ottobre;900,00;31/10/2026;" NOTICE_3,
    "x;Bianchi;Luca;Ada;ottobre;1,00;31/10/2026;" NOTICE_3,
  };

  fixture_init (&f, HEADER, make_template ("alunno"));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    ion_recipient_free (add_row (&f, lines[i]));
  ion_recipient_check_get_totals (f.check, &totals);
  g_assert_cmpint (totals.people, ==, 2);
  g_assert_cmpint (totals.amount, ==, 100000);
  g_assert_cmpint (totals.amount_min, ==, 1450);
  g_assert_cmpint (totals.amount_max, ==, 90000);
  g_assert_cmpint (totals.due_from, ==,
                   ion_moment_from_local (&(IonDate){ 2026, 10, 31 }, 23, 59, 59));
  g_assert_cmpint (totals.due_to, ==,
                   ion_moment_from_local (&(IonDate){ 2026, 12, 1 }, 23, 59, 59));
  fixture_clear (&f);
}

/* Returns: (transfer full): the doubts about the file of these lines: "code 3 code 2" */
static char *
doubt (const char *const *lines, gsize n_lines)
{
  Fixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  GString *text = g_string_new (NULL);

  fixture_init (&f, HEADER, make_template ("alunno"));
  for (gsize i = 0; i < n_lines; i++)
    ion_recipient_free (add_row (&f, lines[i]));
  doubts = ion_recipient_check_get_doubts (f.check);
  for (guint i = 0; i < doubts->len; i++)
    {
      const IonDoubt *one = g_ptr_array_index (doubts, i);

      g_assert_cmpstr (one->message, !=, "");
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? " " : "", one->code,
                              one->rows);
    }
  fixture_clear (&f);
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

static void
test_without_template (void)
{
  Fixture f;

  fixture_init (&f, "cod. fisc.;Nominativo;Importo;Scadenza;Note", NULL);
  ASSERT_SAYS (ADULT_1 ";Mario Rossi;85,50;31/10/2026;", "");
  ASSERT_SAYS (ADULT_2 ";Rossi Mario;8x;31/13/2026;",
               "Nominativo:name-does-not-match !Importo:amount-unreadable "
               "!Scadenza:date-unreadable");
  fixture_clear (&f);
}

static void
test_constant (void)
{
  Fixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  fixture_init (&f, HEADER, make_template (NULL));
  ion_recipient_check_set_constant (f.check, "mese", "novembre");
  recipient = add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;;85,50;31/10/2026;" NOTICE_1);
  g_assert_true (recipient->is_valid);
  g_assert_cmpstr (ion_fields_get (recipient->fields, "mese"), ==, "novembre");
  fixture_clear (&f);
}

/* One due date and amount for all, said once: they are looked at all the same. */
static void
test_constant_payment (void)
{
  Fixture f;
  g_autoptr (GPtrArray) doubts = NULL;
  IonCampaignTotals totals;

  fixture_init (&f, HEADER, make_template (NULL));
  ion_recipient_check_set_constant (f.check, "scadenza", "31/08/2026");
  ion_recipient_check_set_constant (f.check, "importo", "12,00");
  ASSERT_SAYS (ADULT_1 ";Rossi;Mario;Ugo;m;;;" NOTICE_1, ":due-date-past");
  doubts = ion_recipient_check_get_doubts (f.check);
  g_assert_cmpuint (doubts->len, ==, 1);
  ion_recipient_check_get_totals (f.check, &totals);
  g_assert_cmpint (totals.amount, ==, 1200);
  fixture_clear (&f);
}

/* What the reader found wrong with a row makes the row not valid. */
static void
test_earlier_error (void)
{
  Fixture f;
  g_autoptr (IonRecipient) recipient = NULL;

  fixture_init (&f, HEADER, make_template (NULL));
  g_ptr_array_add (f.issues, ion_issue_new (2, NULL, "ragged-row", "More cells.", FALSE));
  recipient = add_row (&f, ADULT_1 ";Rossi;Mario;Ugo;m;85,50;31/10/2026;" NOTICE_1);
  g_assert_false (recipient->is_valid);
  fixture_clear (&f);
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
  g_test_add_func ("/recipient-check/message-limits", test_message_limits);
  g_test_add_func ("/recipient-check/duplicates", test_duplicates);
  g_test_add_func ("/recipient-check/totals", test_totals);
  g_test_add_func ("/recipient-check/doubts", test_doubts);
  g_test_add_func ("/recipient-check/without-template", test_without_template);
  g_test_add_func ("/recipient-check/constant", test_constant);
  g_test_add_func ("/recipient-check/constant/payment", test_constant_payment);
  g_test_add_func ("/recipient-check/earlier-error", test_earlier_error);
  g_test_add_func ("/recipient-check/names", test_names);
  return g_test_run ();
}
