/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * People made of the lists of names, their codes by the law's own words (decree of 12 March 1974),
 * and what offices do to names before they stand in a file. Nothing of the program is used here.
 */

#include "config.h"

#include "name-people.h"

#include <string.h>

static void
name_group_free (gpointer data)
{
  NameGroup *self = data;

  g_free (self->origin);
  g_ptr_array_unref (self->names);
  g_free (self);
}

GPtrArray *
name_people_load (const char *file)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (name_group_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "names", file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  NameGroup *group = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 1; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "# "))
        {
          group = g_new0 (NameGroup, 1);
          group->origin = g_strdup (lines[i] + 2);
          group->names = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (groups, group);
        }
      else if (*lines[i] != '\0')
        g_ptr_array_add (group->names, g_strdup (lines[i]));
    }
  return groups;
}

/* Letters with a stroke, and those that are two in one: the others only lose their sign. */
static const char *const strokes[][2] = {
  { "ß", "SS" }, { "Æ", "AE" }, { "Ø", "O" }, { "Ł", "L" },
  { "Đ", "D" },  { "İ", "I" },  { "ı", "I" }, { "Œ", "OE" },
};

/* Returns: (transfer full): capitals from A to Z, and what stands between them */
static char *
to_plain (const char *name)
{
  g_autofree char *upper = NULL;
  g_autofree char *apart = NULL;
  GString *text = g_string_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      g_autofree char *lower = g_utf8_strdown (strokes[i][0], -1);

      g_string_replace (text, strokes[i][0], strokes[i][1], 0);
      g_string_replace (text, lower, strokes[i][1], 0);
    }
  upper = g_utf8_strup (text->str, -1);
  apart = g_utf8_normalize (upper, -1, G_NORMALIZE_NFD);
  g_string_truncate (text, 0);
  for (const char *p = apart; *p != '\0'; p++)
    if ((guchar) *p < 0x80)
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

/* "The first three consonants; where they are not enough, vowels; then X." Of a given name with
 * four or more: "the first, the third and the fourth". */
static void
make_three (const char *name, gboolean is_given, char out[4])
{
  g_autofree char *plain = to_plain (name);
  GString *consonants = g_string_new (NULL), *vowels = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (strchr ("AEIOU", *p) != NULL ? vowels : consonants, *p);
  if (is_given && consonants->len > 3)
    g_string_erase (consonants, 1, 1);
  g_string_append (consonants, vowels->str);
  g_string_append (consonants, "XXX");
  g_strlcpy (out, consonants->str, 4);
  g_string_free (consonants, TRUE);
  g_string_free (vowels, TRUE);
}

static gboolean
happens (GRand *rand, double share)
{
  return g_rand_double (rand) < share;
}

static const char *
choose (GRand *rand, GPtrArray *names)
{
  return g_ptr_array_index (names, g_rand_int_range (rand, 0, (gint32) names->len));
}

/* Most people here have Italian names; the other groups come equally often. */
static const NameGroup *
choose_group (GRand *rand, GPtrArray *groups)
{
  return g_ptr_array_index (groups, happens (rand, 0.7)
                                        ? 0
                                        : g_rand_int_range (rand, 0, (gint32) groups->len));
}

static const NameGroup *
find_group (GPtrArray *groups, const char *origin)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const NameGroup *group = g_ptr_array_index (groups, i);

      if (strcmp (group->origin, origin) == 0)
        return group;
    }
  return g_ptr_array_index (groups, 0);
}

/* One name, or two in @share of the people. */
static char *
choose_name (GRand *rand, GPtrArray *names, double share)
{
  const char *first = choose (rand, names);

  if (!happens (rand, share))
    return g_strdup (first);
  return g_strjoin (" ", first, choose (rand, names), NULL);
}

NamePerson *
name_person_new (GRand *rand, GPtrArray *surnames, GPtrArray *given_names)
{
  NamePerson *self = g_new0 (NamePerson, 1);
  const NameGroup *group = choose_group (rand, surnames);
  const gboolean is_iberian = strcmp (group->origin, "south american") == 0;
  char surname[4], given[4];

  self->surname = choose_name (rand, group->names, is_iberian ? 0.5 : 0.03);
  group = find_group (given_names, group->origin);
  self->given_name = choose_name (rand, group->names, 0.2);
  if (happens (rand, 0.03))
    self->married_name = g_strdup (choose (rand, choose_group (rand, surnames)->names));
  make_three (self->surname, FALSE, surname);
  make_three (self->given_name, TRUE, given);
  g_snprintf (self->code, sizeof self->code, "%s%s80A01H501X", surname, given);
  return self;
}

void
name_person_free (NamePerson *self)
{
  g_free (self->surname);
  g_free (self->given_name);
  g_free (self->married_name);
  g_free (self);
}

static void
take (char **name, char *other)
{
  g_free (*name);
  *name = other;
}

static void
replace (char **name, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (*name, what, -1);

  take (name, g_strjoinv (with, parts));
}

/* "Nicolò" as "NICOLO'", "Nicolo`", "Nicolo", with its accent apart. */
static void
write_accents (GRand *rand, char **name, GString *kinds)
{
  static const char *const finals[] = { "à", "è", "é", "ì", "ò", "ù" };
  const gint32 way = g_rand_int_range (rand, 0, 5);
  g_autofree char *plain = NULL;

  if (g_str_is_ascii (*name) || way == 0)
    return;
  if (way == 1)
    {
      take (name, g_utf8_normalize (*name, -1, G_NORMALIZE_NFD));
      g_string_append (kinds, "accents-apart ");
      return;
    }
  plain = to_plain (*name);
  for (gsize i = 0; i < G_N_ELEMENTS (finals) && way < 4; i++)
    if (g_str_has_suffix (*name, finals[i]))
      {
        take (name, g_strconcat (plain, way == 2 ? "'" : "`", NULL));
        g_string_append (kinds, "accents-as-apostrophes ");
        return;
      }
  if (strstr (*name, "ü") != NULL || strstr (*name, "ö") != NULL || strstr (*name, "ä") != NULL)
    {
      if (way == 2)
        {
          replace (name, "ü", "ue");
          replace (name, "ö", "oe");
          replace (name, "ä", "ae");
          g_string_append (kinds, "umlauts-as-two ");
          return;
        }
    }
  take (name, g_strdup (plain));
  g_string_append (kinds, "accents-dropped ");
}

static void
write_apostrophes (GRand *rand, char **name, GString *kinds)
{
  static const char *const ways[] = { "'", "\342\200\231", " ", "", "' ", "`" };

  if (strchr (*name, '\'') == NULL)
    return;
  replace (name, "'", ways[g_rand_int_range (rand, 0, G_N_ELEMENTS (ways))]);
  g_string_append (kinds, "apostrophes ");
}

/* "De Luca" as "DELUCA" or "De' Luca", double names with a hyphen or as one. */
static void
write_spaces (GRand *rand, char **name, GString *kinds)
{
  static const char *const ways[] = { " ", "", "-", "  ", "' ", " - " };
  const gint32 way = happens (rand, 0.6) ? 0 : g_rand_int_range (rand, 0, G_N_ELEMENTS (ways));

  if (strchr (*name, ' ') == NULL || way == 0)
    return;
  replace (name, " ", ways[way]);
  g_string_append (kinds, "spaces ");
}

/* A second name that the registry has and the office leaves out, wholly or but for its initial. */
static void
drop_second (GRand *rand, char **name, double share, const char *kind, GString *kinds)
{
  char *space = strrchr (*name, ' ');

  if (space == NULL || space - *name < 3 || !happens (rand, share))
    return;
  if (happens (rand, 0.2) && g_ascii_isalpha (space[1]))
    {
      space[2] = '.';
      space[3] = '\0';
    }
  else
    *space = '\0';
  g_string_append (kinds, kind);
}

/* What nobody can know for right: of two surnames only the second. */
static void
drop_first (GRand *rand, char **name, GString *kinds)
{
  const char *space = strchr (*name, ' ');

  if (space == NULL || space - *name < 4 || !happens (rand, 0.03))
    return;
  take (name, g_strdup (space + 1));
  g_string_append (kinds, "first-surname-dropped ");
}

/* What stands in the file and not in the code. */
static void
add_words (GRand *rand, NameWriting *self, const NamePerson *person)
{
  static const char *const ways[] = { " in ", " ved. ", " ", " ", " - " };
  static const char *const titles[] = { "Sig. %s", "SIG.RA %s",   "Dott.ssa %s", "Dott. %s",
                                        "Avv. %s", "Eredi di %s", "%s & C. snc", "Prof.ssa %s" };

  if (person->married_name != NULL)
    {
      const gint32 way = g_rand_int_range (rand, 0, G_N_ELEMENTS (ways));
      const char *a = way == 3 ? person->married_name : self->surname;
      const char *b = way == 3 ? self->surname : person->married_name;

      take (&self->surname, g_strconcat (a, ways[way], b, NULL));
      g_string_append (self->kinds, "married-name ");
    }
  if (happens (rand, 0.03))
    {
      const char *title = titles[g_rand_int_range (rand, 0, G_N_ELEMENTS (titles))];
      const char *mark = strstr (title, "%s");
      g_autofree char *before = g_strndup (title, (gsize) (mark - title));

      take (&self->surname, g_strconcat (before, self->surname, mark + 2, NULL));
      g_string_append (self->kinds, "title ");
    }
  if (happens (rand, 0.02))
    {
      take (&self->given_name, g_strconcat (self->given_name, " Maria", NULL));
      g_string_append (self->kinds, "one-more-given-name ");
    }
}

static void
set_order (GRand *rand, NameWriting *self)
{
  const double way = g_rand_double (rand);

  if (way < 0.5)
    return;
  if (way < 0.6)
    {
      char *surname = self->surname;

      self->surname = self->given_name;
      self->given_name = surname;
      g_string_append (self->kinds, "columns-swapped ");
      return;
    }
  self->full_name = way < 0.8 ? g_strjoin (" ", self->surname, self->given_name, NULL)
                              : g_strjoin (" ", self->given_name, self->surname, NULL);
  g_string_append (self->kinds, way < 0.8 ? "one-column " : "one-column-given-name-first ");
  if (happens (rand, 0.03))
    {
      take (&self->full_name, g_strconcat (self->full_name, " / BIANCHI ANNA", NULL));
      g_string_append (self->kinds, "two-people ");
    }
}

static void
set_case (GRand *rand, char **name)
{
  const gint32 way = g_rand_int_range (rand, 0, 3);

  if (way == 1)
    take (name, g_utf8_strup (*name, -1));
  else if (way == 2)
    take (name, g_utf8_strdown (*name, -1));
}

NameWriting *
name_writing_new (GRand *rand, const NamePerson *person)
{
  NameWriting *self = g_new0 (NameWriting, 1);

  self->surname = g_strdup (person->surname);
  self->given_name = g_strdup (person->given_name);
  self->kinds = g_string_new (NULL);
  drop_second (rand, &self->given_name, 0.4, "second-given-name-dropped ", self->kinds);
  if (strchr (person->surname, '\'') == NULL && strlen (person->surname) > 12)
    drop_second (rand, &self->surname, 0.2, "second-surname-dropped ", self->kinds);
  drop_first (rand, &self->surname, self->kinds);
  add_words (rand, self, person);
  write_accents (rand, &self->surname, self->kinds);
  write_accents (rand, &self->given_name, self->kinds);
  write_apostrophes (rand, &self->surname, self->kinds);
  write_spaces (rand, &self->surname, self->kinds);
  write_spaces (rand, &self->given_name, self->kinds);
  set_case (rand, &self->surname);
  set_case (rand, &self->given_name);
  set_order (rand, self);
  return self;
}

void
name_writing_free (NameWriting *self)
{
  g_free (self->surname);
  g_free (self->given_name);
  g_free (self->full_name);
  g_string_free (self->kinds, TRUE);
  g_free (self);
}
