/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-advice-list.h"
#include "ion-button-group.h"
#include "ion-field-editor.h"
#include "ion-message-choices.h"
#include "ion-message-lengths.h"
#include "ion-message-part.h"
#include "ion-value-row.h"

G_BEGIN_DECLS

struct _IonMessagePart
{
  IonComposePart parent_instance;

  GCancellable *cancellable;  /* (owned) */
  IonMessageChoices *choices; /* (owned) (nullable): until they are read */
  IonMessageLengths lengths;
  GStrv field_names; /* (owned) (nullable): in the menus */
  char *language;    /* (owned) (nullable): which text is being written; %NULL = the main one */
  char *old_amount;  /* (owned) (nullable): while the payment is switched off */
  char *old_notice;  /* (owned) (nullable) */
  guint refresh_id;
  gboolean is_showing; /* the widgets are being filled */
  gboolean is_telling; /* what changed, changed here */
  gboolean is_typed;   /* since the lengths were measured */

  AdwComboRow *service_row; /* (unowned), as all below */
  AdwComboRow *template_row;
  AdwComboRow *language_row;
  IonFieldEditor *title_editor;
  GtkLabel *title_counter;
  IonFieldEditor *text_editor;
  GtkLabel *text_counter;
  IonAdviceList *advice_list;
  IonValueRow *due_row;
  AdwExpanderRow *payment_row;
  IonValueRow *amount_row;
  IonValueRow *notice_row;
  GtkEditable *payee_row;
  GtkSwitch *expires_switch;
  IonButtonGroup *buttons;
  IonValueRow *distinct_row;
  GtkSwitch *secure_switch;
};

IonDraft *ion_message_part_get_draft (IonMessagePart *self);
/* The text being written. (transfer none) (nullable): %NULL for a language nothing was written in
 */
IonTemplateText *ion_message_part_find_text (IonMessagePart *self);
/* Says that the message changed here, and looks at it again a moment later. */
void ion_message_part_tell (IonMessagePart *self);
/* Fills the widgets with what the draft says. */
void ion_message_part_show (IonMessagePart *self);

/* choosing: service and template */
void ion_message_part_choices_begin (IonMessagePart *self);
void ion_message_part_show_choices (IonMessagePart *self);
void ion_message_part_service_cb (IonMessagePart *self);
void ion_message_part_template_cb (IonMessagePart *self);

/* judging: counters, advice, state */
void ion_message_part_judge_later (IonMessagePart *self);
void ion_message_part_judge_now (IonMessagePart *self);
void ion_message_part_mend_cb (IonMessagePart *self, const char *code);
void ion_message_part_dismiss_cb (IonMessagePart *self, const char *code);
void ion_message_part_show_fields (IonMessagePart *self);

G_END_DECLS
