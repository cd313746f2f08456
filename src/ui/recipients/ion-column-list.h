/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-editor.h"
#include "ion-draft-look.h"
#include "ion-mapping.h"

G_BEGIN_DECLS

/* A column of the source as the person is asked about it. */
typedef struct
{
  char *name; /* (owned): as issues call it: its name, or its number where it has none */
  char *said; /* (owned): as the person's word names it, so that it is the only one */
  gboolean has_name;
  char *field; /* (owned) (nullable): %NULL where it is not used */
  IonMappingWord word;
  char *sample; /* (owned) (nullable) */
} IonColumnEntry;

/* A field of the template that no column fills. */
typedef struct
{
  char *name;     /* (owned) */
  char *constant; /* (owned) (nullable): the same for everybody */
  gboolean may_miss;
} IonFieldEntry;

/**
 * IonColumnList:
 *
 * What is known of columns and fields: out of the report where there is one; where the columns
 * could not be told, out of a look into the source and what the person has said so far.
 */
typedef struct
{
  GPtrArray *columns; /* (owned) (element-type IonColumnEntry) */
  GPtrArray *fields;  /* (owned) (element-type utf8): the fiscal code, then the template's */
  GPtrArray *missing; /* (owned) (element-type IonFieldEntry) */
} IonColumnList;

/* @look: (nullable) */
IonColumnList *ion_column_list_new (IonDraftEditor *editor, const IonDraftLook *look);
void ion_column_list_free (IonColumnList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonColumnList, ion_column_list_free)

/* Says that @column is @field's, or, with %NULL, nobody's. */
void
ion_column_list_choose (IonDraftEditor *editor, const IonColumnEntry *column, const char *field);
/* Says that @field has one value for everybody, or, with "", none. */
void ion_column_list_set_constant (IonDraftEditor *editor, const char *field, const char *value);

G_END_DECLS
