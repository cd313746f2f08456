/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-draft-editor.h"

G_BEGIN_DECLS

typedef enum
{
  ION_PART_TO_DO,   /* "Da fare" */
  ION_PART_PROBLEM, /* "3 da correggere" */
  ION_PART_READY,   /* "Pronto" */
} IonPartState;

/**
 * IonComposePart:
 *
 * One of the four parts of a campaign being made. Each tells its state, which the page shows in
 * its list; none needs another to be done before.
 *
 * Properties: "editor" (construct only), "state" (#IonPartState as int), "state-text" ("3 da
 * correggere"), "summary" ("rette_ottobre.csv").
 */
#define ION_TYPE_COMPOSE_PART (ion_compose_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (IonComposePart, ion_compose_part, ION, COMPOSE_PART, AdwBin)

struct _IonComposePartClass
{
  AdwBinClass parent_class;

  /* The part comes to the front. */
  void (*shown) (IonComposePart *self);
  gpointer padding[4];
};

IonDraftEditor *ion_compose_part_get_editor (IonComposePart *self); /* (transfer none) */
/* Notifies only what changed. @text, @summary: (nullable) */
void ion_compose_part_set_state (IonComposePart *self,
                                 IonPartState state,
                                 const char *text,
                                 const char *summary);
IonPartState ion_compose_part_get_state (IonComposePart *self);
const char *ion_compose_part_get_state_text (IonComposePart *self);
const char *ion_compose_part_get_summary (IonComposePart *self);
void ion_compose_part_tell_shown (IonComposePart *self);

G_END_DECLS
