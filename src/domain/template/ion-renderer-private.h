/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-field-text.h"
#include "ion-renderer.h"
#include "ion-variant.h"

G_BEGIN_DECLS

/* For the renderer and what proves that it will succeed. */

/* Of the main text, and in which payments and due dates are written. */
#define ION_RENDERER_MAIN_LANGUAGE "it"

struct _IonRenderer
{
  IonVariant *main;            /* (owned) */
  GPtrArray *variants;         /* (owned) (element-type IonVariant) */
  IonFieldText *due_date;      /* (owned) (nullable) */
  IonFieldText *amount;        /* (owned) (nullable) */
  IonFieldText *notice_number; /* (owned) (nullable) */
  char *payee;                 /* (owned) (nullable) */
  gboolean invalid_after_due_date;
  gboolean secure;
  gboolean premium;
  GPtrArray *names;     /* (owned) (element-type utf8): of the fields, in order of appearance */
  GHashTable *required; /* (owned): key of a field -> whether no row can do without it */
};

G_END_DECLS
