/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ION_PHONE_BLOCK_PARAGRAPH,
  ION_PHONE_BLOCK_HEADING, /* of three levels; the lower ones are paragraphs in the app */
  ION_PHONE_BLOCK_ITEM,
  ION_PHONE_BLOCK_QUOTE, /* a banner in the app */
  ION_PHONE_BLOCK_IMAGE,
  ION_PHONE_BLOCK_RULE,
} IonPhoneBlockKind;

/* One piece of a text, from top to bottom. */
typedef struct
{
  IonPhoneBlockKind kind;
  int level;    /* of a heading, 1 to 3; how deep a list's item lies, from 1 */
  char *marker; /* (owned) (nullable): an item's: "•", "2." */
  char *title;  /* (owned) (nullable): of a banner, plain */
  char *markup; /* (owned): Pango markup; what an image shows in words */
} IonPhoneBlock;

/* What is in a text and cannot be seen in the app. */
typedef enum
{
  ION_PHONE_UNSEEN_TABLE = 1 << 0,
  ION_PHONE_UNSEEN_STRIKETHROUGH = 1 << 1,
  ION_PHONE_UNSEEN_IMAGE_ADDRESS = 1 << 2, /* seen, but by whoever the address answers */
} IonPhoneUnseen;

/**
 * IonPhoneText:
 *
 * A message's Markdown as the app lays it out: GitHub's flavour as its parser reads it, less what
 * it has no rule for.
 */
typedef struct
{
  GPtrArray *blocks; /* (owned) (element-type IonPhoneBlock) */
  guint unseen;      /* mask of #IonPhoneUnseen */
} IonPhoneText;

/* @body: Markdown without front matter; @link_colour: "#0073e6" */
IonPhoneText *ion_phone_text_new (const char *body, const char *link_colour);
void ion_phone_text_free (IonPhoneText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonPhoneText, ion_phone_text_free)

G_END_DECLS
