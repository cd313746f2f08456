/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-escape.h"
#include "ion-field-format.h"
#include "ion-fields.h"

G_BEGIN_DECLS

typedef enum
{
  ION_FIELD_NODE_LITERAL,
  ION_FIELD_NODE_VALUE,     /* {{name | format | altrimenti: …}} */
  ION_FIELD_NODE_CONDITION, /* {{se name: …}} */
} IonFieldNodeType;

/* One piece of a text with fields. */
typedef struct
{
  IonFieldNodeType type;
  char *text; /* (owned): what a literal says; the field's name as the template writes it */
  char *key;  /* (owned) (nullable): the name as names are compared */
  IonFieldFormat format;
  IonFieldCase letter_case;
  GPtrArray *children; /* (owned) (nullable) (element-type IonFieldNode): what "altrimenti" or "se"
                          says */
  int line;            /* 1 is the first */
  int column;          /* 1 is the first; in characters */
} IonFieldNode;

/**
 * IonFieldText:
 *
 * A text with {{fields}}, parsed. Immutable.
 */
typedef struct
{
  char *part;       /* (owned): which part of the template it is, for errors: "title" */
  IonEscape escape; /* what its values are escaped for */
  GPtrArray *nodes; /* (owned) (element-type IonFieldNode) */
} IonFieldText;

/**
 * ion_field_text_parse:
 * @source: what the template says
 * @part: which part of the template it is, as the person knows it
 * @escape: where it goes
 * @error: %ION_TEMPLATE_ERROR, with part, line and column
 *
 * Returns: (transfer full): the text, parsed
 */
IonFieldText *
ion_field_text_parse (const char *source, const char *part, IonEscape escape, GError **error);
void ion_field_text_free (IonFieldText *self);

/**
 * ion_field_text_append:
 * @out: where to
 * @fields: the row
 * @language: how dates and amounts are written
 * @error: %ION_TEMPLATE_ERROR: a field is missing, or does not fit its format
 *
 * Merges the text with one row.
 */
gboolean ion_field_text_append (const IonFieldText *self,
                                GString *out,
                                const IonFields *fields,
                                const char *language,
                                GError **error);

/* Returns: (transfer full): the same as a text of its own, without blanks around */
char *ion_field_text_merge (const IonFieldText *self,
                            const IonFields *fields,
                            const char *language,
                            GError **error);

/* Called for each field; @is_required: no row can do without it here. */
typedef void (*IonFieldTextFunc) (const char *name,
                                  const char *key,
                                  gboolean is_required,
                                  gpointer user_data);
void ion_field_text_foreach (const IonFieldText *self, IonFieldTextFunc func, gpointer user_data);

IonFieldNode *ion_field_node_new (IonFieldNodeType type, const char *text, int line, int column);
void ion_field_node_free (IonFieldNode *node);
GPtrArray *ion_field_nodes_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFieldText, ion_field_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonFieldNode, ion_field_node_free)

G_END_DECLS
