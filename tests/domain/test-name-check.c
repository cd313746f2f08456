/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Is it the right person? Names are held against codes: how often the right one is doubted, and how
 * often a wrong one is noticed, on the names of people who live in Italy.
 */

#include "config.h"

#include "ion-name-check.h"
#include "name-people.h"

#include <string.h>

#define N_PEOPLE    40000
#define FALSE_ALARM 0.02
#define NOTICED     0.90

typedef struct
{
  GRand *rand;
  GPtrArray *surnames;
  GPtrArray *given_names;
  GPtrArray *people;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->rand = g_rand_new_with_seed (20261122);
  self->surnames = name_people_load ("surnames.txt");
  self->given_names = name_people_load ("given-names.txt");
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) name_person_free);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_ptr_array_add (self->people, name_person_new (self->rand, self->surnames, self->given_names));
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->surnames);
  g_ptr_array_unref (self->given_names);
  g_ptr_array_unref (self->people);
}

static guint
count_names (GPtrArray *groups)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    n += ((NameGroup *) g_ptr_array_index (groups, i))->names->len;
  return n;
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_names (f->surnames), >=, 1000);
  g_assert_cmpuint (count_names (f->given_names), >=, 400);
}

static IonNameCheck
check (const char *code, const NameWriting *writing)
{
  return writing->full_name != NULL ? ion_name_check_full (code, writing->full_name)
                                    : ion_name_check (code, writing->surname, writing->given_name);
}

/* How often each kind of writing came, and was doubted. */
typedef struct
{
  guint n;
  guint n_doubted;
} Tally;

static void
tally (GHashTable *tallies, const char *kinds, gboolean is_doubted)
{
  g_auto (GStrv) names = g_strsplit (kinds, " ", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      Tally *one = g_hash_table_lookup (tallies, names[i]);

      if (*names[i] == '\0' && i > 0)
        continue;
      if (one == NULL)
        {
          one = g_new0 (Tally, 1);
          g_hash_table_insert (tallies, g_strdup (names[i]), one);
        }
      one->n++;
      one->n_doubted += is_doubted;
    }
}

static void
print_tallies (GHashTable *tallies)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (tallies), (GCompareFunc) strcmp);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const Tally *one = g_hash_table_lookup (tallies, l->data);

      g_test_message ("  %-30s %5u written, %4u doubted: %.2f %%",
                      *(char *) l->data != '\0' ? (char *) l->data : "as they are", one->n,
                      one->n_doubted, 100.0 * one->n_doubted / one->n);
    }
}

/* The right person, written as offices do. */
static void
test_false_alarms (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_doubted = 0;
  double rate;

  for (guint i = 0; i < f->people->len; i++)
    {
      const NamePerson *person = g_ptr_array_index (f->people, i);
      NameWriting *writing = name_writing_new (f->rand, person);
      const gboolean is_doubted = check (person->code, writing) == ION_NAME_CHECK_DIFFERS;

      if (is_doubted && n_doubted < 40)
        g_test_message ("doubted: %s | %s = %s | %s (%s)", person->surname, person->given_name,
                        writing->full_name != NULL ? writing->full_name : writing->surname,
                        writing->full_name != NULL ? "" : writing->given_name, writing->kinds->str);
      n_doubted += is_doubted;
      tally (tallies, writing->kinds->str, is_doubted);
      name_writing_free (writing);
    }
  rate = (double) n_doubted / f->people->len;
  g_test_message ("false alarms: %u of %u, %.2f %%", n_doubted, f->people->len, 100 * rate);
  print_tallies (tallies);
  g_assert_cmpfloat (rate, <, FALSE_ALARM);
}

/* Exactly what the registry has is never doubted. */
static void
test_as_registered (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < f->people->len; i++)
    {
      const NamePerson *person = g_ptr_array_index (f->people, i);
      g_autofree char *full = g_strjoin (" ", person->surname, person->given_name, NULL);

      g_assert_cmpint (ion_name_check (person->code, person->surname, person->given_name), ==,
                       ION_NAME_CHECK_MATCHES);
      g_assert_cmpint (ion_name_check_full (person->code, full), ==, ION_NAME_CHECK_MATCHES);
    }
}

static double
notice (Fixture *f, guint distance)
{
  guint n = 0, n_noticed = 0;

  for (guint i = 0; i < f->people->len; i++)
    {
      const NamePerson *person = g_ptr_array_index (f->people, i);
      const NamePerson *other = g_ptr_array_index (f->people, (i + distance) % f->people->len);
      NameWriting *writing = NULL;

      if (strncmp (person->code, other->code, 6) == 0)
        continue;
      writing = name_writing_new (f->rand, other);
      n++;
      n_noticed += check (person->code, writing) == ION_NAME_CHECK_DIFFERS;
      name_writing_free (writing);
    }
  return (double) n_noticed / n;
}

/* Somebody else's name in a row, of anybody in the file. */
static void
test_wrong_people (Fixture *f, gconstpointer data)
{
  const double rate = notice (f, 1);

  g_test_message ("wrong people noticed: %.2f %%", 100 * rate);
  g_assert_cmpfloat (rate, >, NOTICED);
}

static int
compare_surnames (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(NamePerson *const *) a)->surname, (*(NamePerson *const *) b)->surname);
}

/* The next row's name in a file in the order of its surnames, where many neighbours are namesakes:
 * enough for the doubt about the file, which asks for half. */
static void
test_slipped_by_a_row (Fixture *f, gconstpointer data)
{
  double rate;

  g_ptr_array_sort (f->people, compare_surnames);
  rate = notice (f, 1);
  g_test_message ("wrong people noticed, sorted by surname and slipped by a row: %.2f %%",
                  100 * rate);
  g_assert_cmpfloat (rate, >, 0.5);
}

static void
assert_told (const char *code, const char *surname, const char *given_name, IonNameCheck told)
{
  g_test_message ("%s: %s | %s", code, surname, given_name);
  g_assert_cmpint (given_name != NULL ? ion_name_check (code, surname, given_name)
                                      : ion_name_check_full (code, surname),
                   ==, told);
}

static void
assert_matches (const char *code, const char *surname, const char *given_name)
{
  assert_told (code, surname, given_name, ION_NAME_CHECK_MATCHES);
}

static void
test_writings (void)
{
  assert_matches ("DRSMRA", "DE' ROSSI", "MARIA");
  assert_matches ("DRSMRA", "De Rossi", "Maria Grazia");
  assert_matches ("DNGMRA", "D ANGELO", "Mario");
  assert_matches ("NCLNCL", "NICOLO`", "Niccolo'");
  assert_matches ("NCLNCL", "Nicolo\314\200", "Nicol\303\262");
  assert_matches ("STRJNN", "Strau\303\237", "J\303\270nn");
  assert_matches ("LCZJKV", "\305\201uczak", "Jakov");
  assert_matches ("DKCMLN", "\304\220uki\304\207", "Milan");
  assert_matches ("DJKMLN", "\304\220uki\304\207", "Milan");
  assert_matches ("KLCYMZ", "K\304\261l\304\261\303\247", "Y\304\261lmaz");
  assert_matches ("MNZRSO", "Mu\303\261oz", "Rosa");
  assert_matches ("VNDPTR", "Van der Berg", "Peter");
  assert_matches ("VNDPTR", "Berg, van der", "Peter");
  /* A particle that the registry has, and the file not. */
  assert_matches ("DLCNNA", "Luca", "Anna");
  /* The second of two surnames, the second given name, dropped. */
  assert_matches ("LRSMRC", "Leo", "Marco");
  assert_matches ("GRCMRT", "Garcia", "Maria");
  assert_matches ("RSSMFR", "Rossi", "Maria");
  assert_matches ("RSSMFR", "Rossi", "Francesca");
  assert_matches ("RSSMRA", "Rossi", "Maria Francesca");
  assert_matches ("RSSGBT", "Rossi", "Gian Battista");
  assert_matches ("RSSMTR", "Rossi", "M. Teresa");
  /* A husband's name, a title, a firm, somebody else. */
  assert_matches ("RSSMRA", "Rossi in Bianchi", "Maria");
  assert_matches ("RSSMRA", "Bianchi ved. Rossi", "Maria");
  assert_matches ("RSSMRA", "Sig.ra Rossi Maria in Bianchi", NULL);
  assert_matches ("RSSMRA", "Dott.ssa Maria Rossi", NULL);
  assert_matches ("RSSMRA", "Eredi di Rossi Mario", NULL);
  assert_matches ("RSSMRA", "Rossi Mario & C. s.n.c.", NULL);
  assert_matches ("RSSMRA", "Rossi Mario e Bianchi Anna", NULL);
  assert_matches ("BNCNNA", "Rossi Mario / Bianchi Anna", NULL);
  assert_matches ("RSSMRA", "ROSSI MARIO", "");
  assert_matches ("RSSMRA", "", "Mario Rossi");
  assert_matches ("RSSMRA", "Rossi Mario", "Rossi Mario");
  /* What could not be read when the file was made tells nothing. */
  assert_told ("NCLLCU", "Nicol\357\277\275", "Luca", ION_NAME_CHECK_MATCHES);
  assert_told ("DSSLCU", "D?ss\303\254", "Mara", ION_NAME_CHECK_CANNOT_TELL);
  assert_told ("RSSMRA", "Rossi", "", ION_NAME_CHECK_CANNOT_TELL);
  /* Wrong people stay wrong. */
  assert_told ("RSSMRA", "Verdi", "Mario", ION_NAME_CHECK_DIFFERS);
  assert_told ("RSSMRA", "Rossi", "Gianni", ION_NAME_CHECK_DIFFERS);
  assert_told ("RSSMRA", "Rossi", "Luca", ION_NAME_CHECK_DIFFERS);
  assert_told ("RSSMRA", "Bianchi Anna", NULL, ION_NAME_CHECK_DIFFERS);
}

/* However long and odd, nothing is written beyond its place. */
static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (5000, 'b');
  g_autofree char *words = g_strnfill (5000, ' ');

  for (gsize i = 0; i < 5000; i += 2)
    words[i] = 'c';
  g_assert_cmpint (ion_name_check ("RSSMRA", letters, words), ==, ION_NAME_CHECK_DIFFERS);
  g_assert_cmpint (ion_name_check ("RSSMRA", words, letters), ==, ION_NAME_CHECK_DIFFERS);
}

#define ADD(path, function) \
  g_test_add ("/name-check/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lists", test_lists);
  ADD ("as-registered", test_as_registered);
  ADD ("false-alarms", test_false_alarms);
  ADD ("wrong-people", test_wrong_people);
  ADD ("slipped-by-a-row", test_slipped_by_a_row);
  g_test_add_func ("/name-check/writings", test_writings);
  g_test_add_func ("/name-check/long", test_long);
  return g_test_run ();
}
