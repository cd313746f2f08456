/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "ion-limits.h"

G_BEGIN_DECLS

#define ION_MESSAGE_ERROR (ion_message_error_quark ())

typedef enum
{
  ION_MESSAGE_ERROR_FISCAL_CODE,
  ION_MESSAGE_ERROR_SUBJECT_LENGTH,  /* "subject-length" */
  ION_MESSAGE_ERROR_MARKDOWN_LENGTH, /* "markdown-length" */
  ION_MESSAGE_ERROR_FRONT_MATTER,    /* "front-matter": a line of --- that is not ours */
  ION_MESSAGE_ERROR_BUTTON,          /* "button": text or action that the app would not take */
  ION_MESSAGE_ERROR_AMOUNT,          /* "amount-range" */
  ION_MESSAGE_ERROR_NOTICE_NUMBER,   /* "notice-number-shape" */
  ION_MESSAGE_ERROR_DUE_DATE,        /* "due-date" */
  ION_MESSAGE_ERROR_ENCODING,        /* "encoding": not UTF-8, or control characters */
} IonMessageError;

GQuark ion_message_error_quark (void);
const char *ion_message_error_get_name (int code);

/**
 * IonMessage:
 *
 * One message to one person, as the platform will get it.
 */
typedef struct
{
  char *fiscal_code;   /* (owned) */
  char *subject;       /* (owned) */
  char *markdown;      /* (owned): front matter with the buttons first, where there are any */
  char *language;      /* (owned): of the variant used: "it" */
  gint64 due_date;     /* UTC seconds; 0 = none */
  gint64 amount;       /* cents; 0 = no payment */
  char *notice_number; /* (owned) (nullable) */
  char *payee;         /* (owned) (nullable) */
  gboolean invalid_after_due_date;
  gboolean secure;
  gboolean premium;
} IonMessage;

IonMessage *ion_message_new (void);
void ion_message_free (IonMessage *self);

/**
 * ion_message_check:
 * @error: %ION_MESSAGE_ERROR: the first bound of the contract that does not hold
 */
gboolean ion_message_check (const IonMessage *self, GError **error);

/* Whether @text is UTF-8 without controls; in Markdown line ends and tabs may stand. */
gboolean ion_message_is_clean (const char *text, gboolean is_markdown);
/* Whether the platform can write the moment; 0 is none. */
gboolean ion_message_is_due_date (gint64 due_date);

/* The length of @text as the platform counts it: UTF-16 units. */
gsize ion_utf16_length (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonMessage, ion_message_free)

G_END_DECLS
