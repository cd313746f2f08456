/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Writes the sample campaign: school-fee notices to people who do not exist. Names, fiscal codes
 * and notice numbers fit together as real ones do, so that every check has something to say about
 * them. The same options give the same bytes.
 *
 * It shares no code with the program, on purpose: what both agree on was worked out twice.
 */

#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int n_rows = 5130;
static int seed = 1;
static char *date;

static const GOptionEntry options[] = {
  { "rows", 'n', 0, G_OPTION_ARG_INT, &n_rows, "how many notices (5130)", "N" },
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "which people (1)", "S" },
  { "date", 'd', 0, G_OPTION_ARG_STRING, &date, "the day from which notices fall due (today)",
    "YYYY-MM-DD" },
  { NULL },
};

/* As it is written, and the letters that count in a fiscal code. */
typedef struct
{
  const char *text;
  const char *letters;
} Name;

#define PLAIN(text) \
  {                 \
    text, text      \
  }

static const Name surnames[] = {
  PLAIN ("ROSSI"),
  PLAIN ("FERRARI"),
  PLAIN ("BIANCHI"),
  PLAIN ("RUSSO"),
  PLAIN ("COLOMBO"),
  PLAIN ("RICCI"),
  PLAIN ("MARINO"),
  PLAIN ("GRECO"),
  PLAIN ("BRUNO"),
  PLAIN ("GALLO"),
  PLAIN ("CONTI"),
  PLAIN ("COSTA"),
  PLAIN ("GIORDANO"),
  PLAIN ("MANCINI"),
  PLAIN ("RIZZO"),
  PLAIN ("LOMBARDI"),
  PLAIN ("MORETTI"),
  PLAIN ("BARBIERI"),
  PLAIN ("FONTANA"),
  PLAIN ("SANTORO"),
  PLAIN ("MARIANI"),
  PLAIN ("RINALDI"),
  PLAIN ("CARUSO"),
  PLAIN ("FERRARA"),
  PLAIN ("GALLI"),
  PLAIN ("MARTINI"),
  PLAIN ("LEONE"),
  PLAIN ("LONGO"),
  PLAIN ("GENTILE"),
  PLAIN ("MARTINELLI"),
  PLAIN ("VITALE"),
  PLAIN ("LOMBARDO"),
  PLAIN ("SERRA"),
  PLAIN ("COPPOLA"),
  PLAIN ("MARCHETTI"),
  PLAIN ("PARISI"),
  PLAIN ("VILLA"),
  PLAIN ("CONTE"),
  PLAIN ("FERRETTI"),
  PLAIN ("FABBRI"),
  PLAIN ("BIANCO"),
  PLAIN ("MARINI"),
  PLAIN ("GRASSO"),
  PLAIN ("VALENTINI"),
  PLAIN ("MESSINA"),
  PLAIN ("SALA"),
  PLAIN ("GATTI"),
  PLAIN ("PELLEGRINI"),
  PLAIN ("PALUMBO"),
  PLAIN ("SANNA"),
  PLAIN ("FARINA"),
  PLAIN ("RIZZI"),
  PLAIN ("MONTI"),
  PLAIN ("CATTANEO"),
  PLAIN ("MORELLI"),
  PLAIN ("AMATO"),
  PLAIN ("SILVESTRI"),
  PLAIN ("MAZZA"),
  PLAIN ("TESTA"),
  PLAIN ("GRASSI"),
  PLAIN ("FO"),
  PLAIN ("ZAGO"),
  { "DE LUCA", "DELUCA" },
  { "D'ANGELO", "DANGELO" },
  { "LO BIANCO", "LOBIANCO" },
  { "DALL'OLIO", "DALLOLIO" },
};

static const Name men[] = {
  PLAIN ("MARCO"),
  PLAIN ("ANDREA"),
  PLAIN ("LUCA"),
  PLAIN ("MATTEO"),
  PLAIN ("DAVIDE"),
  PLAIN ("SIMONE"),
  PLAIN ("STEFANO"),
  PLAIN ("PAOLO"),
  PLAIN ("ROBERTO"),
  PLAIN ("ALBERTO"),
  PLAIN ("FABIO"),
  PLAIN ("GIORGIO"),
  PLAIN ("ENRICO"),
  PLAIN ("PIETRO"),
  PLAIN ("CARLO"),
  PLAIN ("MICHELE"),
  PLAIN ("FILIPPO"),
  PLAIN ("RICCARDO"),
  PLAIN ("UGO"),
  PLAIN ("EMANUELE"),
  { "NICOL\303\222", "NICOLO" },
  { "GIAN LUCA", "GIANLUCA" },
};

static const Name women[] = {
  PLAIN ("GIULIA"),
  PLAIN ("CHIARA"),
  PLAIN ("FRANCESCA"),
  PLAIN ("SARA"),
  PLAIN ("ELENA"),
  PLAIN ("LAURA"),
  PLAIN ("SILVIA"),
  PLAIN ("VALENTINA"),
  PLAIN ("FEDERICA"),
  PLAIN ("PAOLA"),
  PLAIN ("MARTINA"),
  PLAIN ("ANNA"),
  PLAIN ("CRISTINA"),
  PLAIN ("ROBERTA"),
  PLAIN ("MONICA"),
  PLAIN ("BARBARA"),
  PLAIN ("IRENE"),
  PLAIN ("ALICE"),
  PLAIN ("EVA"),
  PLAIN ("CAMILLA"),
  { "MARIA GRAZIA", "MARIAGRAZIA" },
  { "ANNA MARIA", "ANNAMARIA" },
};

static const char *const pupils[] = {
  "TOMMASO", "SOFIA",    "LEONARDO",   "AURORA",   "EDOARDO", "GINEVRA", "MATTIA",   "EMMA",
  "DIEGO",   "VITTORIA", "ALESSANDRO", "BEATRICE", "LORENZO", "GRETA",   "GABRIELE", "NO\303\211MI",
};

static const char *const places[] = { "D548", "D548", "D548", "A944", "H501", "F205",
                                      "L219", "D969", "A390", "G224", "L736", "F839" };

static const char *const months[] = { "gennaio",   "febbraio", "marzo",    "aprile",
                                      "maggio",    "giugno",   "luglio",   "agosto",
                                      "settembre", "ottobre",  "novembre", "dicembre" };

/* What the meals of a month cost in each of the bands of income, in cents. */
static const int fees[] = { 3250, 4800, 6200, 8550, 11000, 13400, 15950 };

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))])

static gboolean
is_vowel (char c)
{
  return strchr ("AEIOU", c) != NULL;
}

/* The three letters of a surname or, with the second of four consonants left out, of a name. */
static void
append_letters (GString *code, const char *letters, gboolean is_given_name)
{
  GString *consonants = g_string_new (NULL), *vowels = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_c (is_vowel (*p) ? vowels : consonants, *p);
  if (is_given_name && consonants->len > 3)
    g_string_erase (consonants, 1, 1);
  g_string_append (consonants, vowels->str);
  g_string_append_c (consonants, 'X'); /* no name has less than two letters */
  g_string_append_len (code, consonants->str, 3);
  g_string_free (consonants, TRUE);
  g_string_free (vowels, TRUE);
}

static char
make_check_character (const char *code)
{
  /* What a digit, or the letter of the same rank, counts in an odd place. */
  static const int odd[26] = { 1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                               20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
  int sum = 0;

  for (int i = 0; i < 15; i++)
    {
      int rank = g_ascii_isdigit (code[i]) ? code[i] - '0' : code[i] - 'A';

      sum += i % 2 == 0 ? odd[rank] : rank;
    }
  return (char) ('A' + sum % 26);
}

static char *
make_fiscal_code (GRand *rand,
                  const Name *surname,
                  const Name *name,
                  gboolean is_woman,
                  int this_year)
{
  GString *code = g_string_new (NULL);
  int year = this_year - g_rand_int_range (rand, 24, 60);
  int day = g_rand_int_range (rand, 1, 29) + (is_woman ? 40 : 0);

  append_letters (code, surname->letters, FALSE);
  append_letters (code, name->letters, TRUE);
  g_string_append_printf (code, "%02d%c%02d%s", year % 100,
                          "ABCDEHLMPRST"[g_rand_int_range (rand, 0, 12)], day, PICK (rand, places));
  g_string_append_c (code, make_check_character (code->str));
  return g_string_free (code, FALSE);
}

/* Auxiliary digit 3, segregation code 01, thirteen digits, and the rest of the sixteen by 93. */
static void
print_notice_number (int row)
{
  guint64 number =
      G_GUINT64_CONSTANT (3010000000000000) + (guint64) (seed % 10000) * 100000000 + (guint64) row;

  printf ("%" G_GUINT64_FORMAT "%02d", number, (int) (number % 93));
}

static void
print_row (GRand *rand, GHashTable *people, GDate *today, int row)
{
  const Name *surname, *name;
  int fee = PICK (rand, fees);
  GDate due = *today;
  char *code = NULL;

  do
    {
      gboolean is_woman = g_rand_int_range (rand, 0, 2);

      g_free (code);
      surname = &PICK (rand, surnames);
      name = is_woman ? &PICK (rand, women) : &PICK (rand, men);
      code = make_fiscal_code (rand, surname, name, is_woman, g_date_get_year (today));
    }
  while (g_hash_table_contains (people, code));
  g_hash_table_add (people, code);
  g_date_add_days (&due, (guint) g_rand_int_range (rand, 14, 32));
  printf ("%s;%s;%s;%s %s;%s;%d,%02d;%02d/%02d/%04d;", code, surname->text, name->text,
          PICK (rand, pupils), surname->text, months[g_date_get_month (today) - 1], fee / 100,
          fee % 100, g_date_get_day (&due), g_date_get_month (&due), g_date_get_year (&due));
  print_notice_number (row);
  fputs ("\r\n", stdout);
}

static gboolean
read_date (GDate *today)
{
  int year, month, day;

  g_date_clear (today, 1);
  if (date == NULL)
    {
      GDateTime *now = g_date_time_new_now_local ();

      g_date_time_get_ymd (now, &year, &month, &day);
      g_date_time_unref (now);
    }
  else if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;
  if (year < 1900 || year > 2199 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (today, (GDateDay) day, month, (GDateYear) year);
  return TRUE;
}

int
main (int argc, char **argv)
{
  GOptionContext *context = g_option_context_new ("- writes the sample campaign as CSV");
  GError *error = NULL;
  GHashTable *people;
  GRand *rand;
  GDate today;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc > 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no argument is expected");
      return 2;
    }
  g_option_context_free (context);
  if (!read_date (&today) || n_rows < 0 || n_rows > 2000000 || seed < 0)
    {
      g_printerr ("--date is YYYY-MM-DD, --rows up to 2000000, --seed from 0\n");
      return 2;
    }
  rand = g_rand_new_with_seed ((guint32) seed);
  people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fputs ("CODICE FISCALE;COGNOME;NOME;ALUNNO;MESE;IMPORTO;SCADENZA;AVVISO\r\n", stdout);
  for (int row = 1; row <= n_rows; row++)
    print_row (rand, people, &today, row);
  g_hash_table_unref (people);
  g_rand_free (rand);
  g_free (date);
  return ferror (stdout) || fflush (stdout) != 0 ? 1 : 0;
}
