/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

typedef enum
{
  ION_TEMPLATE_NEWS,
  ION_TEMPLATE_DEADLINE,
  ION_TEMPLATE_EVENT,
  ION_TEMPLATE_PAYMENT,
  ION_TEMPLATE_APPOINTMENT,
  ION_TEMPLATE_EXPIRY,
  ION_TEMPLATE_CASE,
  ION_TEMPLATE_FOUND_ITEM,
  ION_TEMPLATE_FREE,
} IonTemplateKind;

/* A button as the template has it: both texts may hold fields. */
typedef struct
{
  char *text;    /* (owned) */
  char *text_en; /* (owned) (nullable): for English phones; else @text */
  char *action;  /* (owned): https://, or ioit:// and the like */
} IonTemplateButton;

/* What one language says. */
typedef struct
{
  char *language;     /* (owned) (nullable): "de"; %NULL is the main text, Italian */
  char *subject;      /* (owned) */
  char *markdown;     /* (owned) */
  GPtrArray *buttons; /* (owned) (element-type IonTemplateButton): at most ION_BUTTONS_MAX */
} IonTemplateText;

/**
 * IonTemplate:
 *
 * A message with {{fields}}: title, text, buttons, payment, due date, and variants by language.
 */
typedef struct
{
  char *name; /* (owned) */
  IonTemplateKind kind;
  IonTemplateText *main; /* (owned) */
  GPtrArray *variants;   /* (owned) (element-type IonTemplateText) */
  char *due_date;        /* (owned) (nullable): "{{scadenza}}" */
  char *amount;          /* (owned) (nullable): payment: "{{importo}}" */
  char *notice_number;   /* (owned) (nullable) */
  char *payee;           /* (owned) (nullable): 11 digits, when it is not the ente itself */
  gboolean invalid_after_due_date;
  gboolean secure;  /* asks for a generic push and no e-mail copy */
  gboolean premium; /* ADVANCED: read and payment states, where the ente has them */
  char *
      distinct_by; /* (owned) (nullable): the field that makes two rows of one person two notices */
} IonTemplate;

IonTemplate *ion_template_new (const char *name, IonTemplateKind kind);
void ion_template_free (IonTemplate *self);
IonTemplateText *ion_template_text_new (const char *language);
void ion_template_text_free (IonTemplateText *text);
IonTemplateButton *
ion_template_button_new (const char *text, const char *text_en, const char *action);
void ion_template_button_free (IonTemplateButton *button);
gboolean ion_template_has_payment (const IonTemplate *self);

const char *ion_template_kind_to_name (IonTemplateKind kind);
gboolean ion_template_kind_from_name (const char *name, IonTemplateKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTemplate, ion_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTemplateText, ion_template_text_free)

G_END_DECLS
