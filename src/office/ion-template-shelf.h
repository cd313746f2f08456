/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-template-catalog.h"

G_BEGIN_DECLS

/* A template as the shelf shows it. */
typedef struct
{
  IonTemplate *template_; /* (owned) */
  gboolean is_own;        /* the office's; else one that comes with the program */
  char *summary;          /* (owned): the beginning of its text, plain */
} IonTemplateCard;

void ion_template_card_free (IonTemplateCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTemplateCard, ion_template_card_free)

/* Returns: (transfer full) (element-type IonTemplateCard): the office's own first, then the
 * starters that none of them has taken the name of; each by name */
GPtrArray *ion_office_list_template_cards (IonOffice *self, GError **error);

/* One template, whole: what its page shows. */
typedef struct
{
  IonTemplateCard *card; /* (owned) */
  IonFields *fields;     /* (owned) (nullable): made-up values */
  IonMessage *sample;    /* (owned) (nullable): merged with them */
  char *problem;         /* (owned) (nullable): why there is no sample */
  GPtrArray *remarks;    /* (owned) (element-type IonTemplateRemark) */
  GPtrArray *versions;   /* (owned) (element-type IonTemplateVersion): newest first */
} IonTemplateStory;

void ion_template_story_free (IonTemplateStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonTemplateStory, ion_template_story_free)

/* @name: whole. Errors: %ION_OFFICE_ERROR_NOT_FOUND */
IonTemplateStory *
ion_office_tell_template (IonOffice *self, const char *name, gint64 now, GError **error);

/* A copy under a name of its own: "Mensa (copy)". Returns: (transfer full): that name */
char *ion_office_copy_template (IonOffice *self, const char *name, GError **error);
/* Puts an old version back in its place; what it is now becomes a version. */
gboolean
ion_office_restore_template (IonOffice *self, const char *name, gint64 version, GError **error);
/* "Payment": what a template is for. (transfer none) */
const char *ion_template_kind_get_label (IonTemplateKind kind);

/**
 * ion_office_tell_template_change:
 * @before: (nullable): as it was
 * @after: as it would be
 *
 * What a change means for what was remembered of files, and for campaigns that are waiting.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences; none where nothing breaks
 */
char **ion_office_tell_template_change (IonOffice *self,
                                        const IonTemplate *before,
                                        const IonTemplate *after,
                                        GError **error);

G_END_DECLS
