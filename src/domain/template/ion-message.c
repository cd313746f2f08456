/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A message is checked here against every bound of the contract before it may leave: what the
 * platform would refuse, or show damaged, is better refused on this side, with words.
 */

#define G_LOG_DOMAIN "ion-message"

#include "config.h"

#include "ion-message.h"

#include "ion-fiscal-code.h"
#include "ion-front-matter.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* 9999-12-31T23:59:59Z: the last moment that the platform's dates can write. */
#define DUE_DATE_MAX G_GINT64_CONSTANT (253402300799)

G_DEFINE_QUARK (ion - message - error - quark, ion_message_error)

/**
 * ion_message_error_get_name:
 * @code: an #IonMessageError
 *
 * Returns: (transfer none): the stable name of @code, for scripts
 */
const char *
ion_message_error_get_name (int code)
{
  switch ((IonMessageError) code)
    {
    case ION_MESSAGE_ERROR_FISCAL_CODE:
      return "fiscal-code";
    case ION_MESSAGE_ERROR_SUBJECT_LENGTH:
      return "subject-length";
    case ION_MESSAGE_ERROR_MARKDOWN_LENGTH:
      return "markdown-length";
    case ION_MESSAGE_ERROR_FRONT_MATTER:
      return "front-matter";
    case ION_MESSAGE_ERROR_BUTTON:
      return "button";
    case ION_MESSAGE_ERROR_AMOUNT:
      return "amount-range";
    case ION_MESSAGE_ERROR_NOTICE_NUMBER:
      return "notice-number-shape";
    case ION_MESSAGE_ERROR_DUE_DATE:
      return "due-date";
    case ION_MESSAGE_ERROR_ENCODING:
      return "encoding";
    default:
      return "unknown";
    }
}

/**
 * ion_message_new:
 *
 * Returns: (transfer full): an empty message
 */
IonMessage *
ion_message_new (void)
{
  return g_new0 (IonMessage, 1);
}

void
ion_message_free (IonMessage *self)
{
  if (self == NULL)
    return;

  g_free (self->fiscal_code);
  g_free (self->subject);
  g_free (self->markdown);
  g_free (self->language);
  g_free (self->notice_number);
  g_free (self->payee);
  g_free (self);
}

gsize
ion_utf16_length (const char *text)
{
  gsize length = 0;

  g_return_val_if_fail (text != NULL, 0);

  /* One unit a character, two beyond the basic plane: those of four bytes. */
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if ((*c & 0xc0) != 0x80)
        length += *c >= 0xf0 ? 2 : 1;
    }

  return length;
}

static gboolean
has_control (const char *text, const char *allowed)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if (G_UNLIKELY (*c < 0x20 && strchr (allowed, *c) == NULL) || *c == 0x7f)
        return TRUE;
      if (*c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
        return TRUE;
    }

  return FALSE;
}

gboolean
ion_message_is_clean (const char *text, gboolean is_markdown)
{
  return (text != NULL && g_utf8_validate (text, -1, NULL) &&
          !has_control (text, is_markdown ? "\n\t" : ""));
}

static gboolean
check_person (const IonMessage *self, GError **error)
{
  char code[ION_FISCAL_CODE_LENGTH + 1];

  if (self->fiscal_code != NULL && ion_fiscal_code_parse (self->fiscal_code, code, NULL) &&
      g_str_equal (code, self->fiscal_code))
    return TRUE;

  g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_FISCAL_CODE,
                       _ ("The message has no fiscal code that the platform would take."));
  return FALSE;
}

static gboolean
check_subject (const IonMessage *self, GError **error)
{
  gsize length;

  if (!ion_message_is_clean (self->subject, FALSE))
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_ENCODING,
                           _ ("The title holds characters that are not text."));
      return FALSE;
    }

  length = ion_utf16_length (self->subject);
  if (length >= ION_SUBJECT_MIN && length <= ION_SUBJECT_MAX)
    return TRUE;

  g_set_error (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_SUBJECT_LENGTH,
               _ ("The title has %1$d characters: it must have from %2$d to %3$d."),
               (int) MIN (length, G_MAXINT), ION_SUBJECT_MIN, ION_SUBJECT_MAX);
  return FALSE;
}

static gboolean
check_markdown (const IonMessage *self, GError **error)
{
  const char *body = NULL;
  gsize length;

  if (!ion_message_is_clean (self->markdown, TRUE))
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_ENCODING,
                           _ ("The text holds characters that are not text."));
      return FALSE;
    }

  if (!ion_front_matter_skip (self->markdown, &body))
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_BUTTON,
                           _ ("A button has no text, or an action that the app does not take."));
      return FALSE;
    }

  if (ion_front_matter_find_fence (body) != NULL)
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_FRONT_MATTER,
                           _ ("The text has a line of dashes (---): the e-mail copy would lose all "
                              "that stands before it. Write *** for a rule."));
      return FALSE;
    }

  length = ion_utf16_length (self->markdown);
  if (length >= ION_MARKDOWN_MIN && length <= ION_MARKDOWN_MAX)
    return TRUE;

  g_set_error (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_MARKDOWN_LENGTH,
               _ ("The text has %1$d characters, buttons included: it must have from %2$d to "
                  "%3$d."),
               (int) MIN (length, G_MAXINT), ION_MARKDOWN_MIN, ION_MARKDOWN_MAX);
  return FALSE;
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

static gboolean
check_payment (const IonMessage *self, GError **error)
{
  if (self->amount == 0 && self->notice_number == NULL && self->payee == NULL)
    return TRUE;

  if (self->amount < ION_AMOUNT_MIN || self->amount > ION_AMOUNT_MAX)
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_AMOUNT,
                           _ ("The amount is out of bounds: from 1 cent to 99,999,999.99 euro are "
                              "possible."));
      return FALSE;
    }

  if (self->notice_number == NULL || !is_digits (self->notice_number, ION_NOTICE_NUMBER_LENGTH) ||
      self->notice_number[0] > '3')
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_NOTICE_NUMBER,
                           _ ("The notice number is not one of 18 digits that begins with 0, 1, 2 "
                              "or 3."));
      return FALSE;
    }

  if (self->payee != NULL && !is_digits (self->payee, ION_ORGANIZATION_CODE_LENGTH))
    {
      g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_NOTICE_NUMBER,
                           _ ("The fiscal code of the payee is not one of 11 digits."));
      return FALSE;
    }

  return TRUE;
}

gboolean
ion_message_is_due_date (gint64 due_date)
{
  return due_date >= 0 && due_date <= DUE_DATE_MAX;
}

gboolean
ion_message_check (const IonMessage *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_person (self, error) || !check_subject (self, error) ||
      !check_markdown (self, error) || !check_payment (self, error))
    return FALSE;

  if (ion_message_is_due_date (self->due_date))
    return TRUE;

  g_set_error_literal (error, ION_MESSAGE_ERROR, ION_MESSAGE_ERROR_DUE_DATE,
                       _ ("The due date is not one that the platform can write."));
  return FALSE;
}
