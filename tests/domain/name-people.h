/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

/* The names of data/names, by where they are common. */
typedef struct
{
  char *origin;
  GPtrArray *names; /* (owned) (element-type utf8) */
} NameGroup;

/* Somebody made of them: as the registry has the name, and as the law makes six letters of it. */
typedef struct
{
  char *surname;
  char *given_name;
  char *married_name; /* (nullable): of a husband */
  char code[17];
} NamePerson;

/* Returns: (transfer full) (element-type NameGroup) */
GPtrArray *name_people_load (const char *file);
NamePerson *name_person_new (GRand *rand, GPtrArray *surnames, GPtrArray *given_names);
void name_person_free (NamePerson *self);

/* How a file may write a person's name. */
typedef struct
{
  char *surname;
  char *given_name;
  char *full_name; /* (nullable): where there is one cell for both */
  GString *kinds;  /* what was done: "accents-dropped order-swapped " */
} NameWriting;

NameWriting *name_writing_new (GRand *rand, const NamePerson *person);
void name_writing_free (NameWriting *self);
