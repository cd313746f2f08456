/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-key-rotation.h"
#include "ion-ledger-campaigns.h"

G_BEGIN_DECLS

/* How a service's key stands, as far as this machine knows. */
typedef enum
{
  ION_KEY_STANDING_ACCEPTED, /* when it was last tested */
  ION_KEY_STANDING_UNTESTED,
  ION_KEY_STANDING_REFUSED,
  ION_KEY_STANDING_ABSENT,
  ION_KEY_STANDING_UNREADABLE, /* the keyring is closed or not there: never the same as absent */
} IonKeyStanding;

/* A campaign of a service, in short. */
typedef struct
{
  char *id;   /* (owned) */
  char *name; /* (owned) */
  IonCampaignState state;
  gint64 created_at; /* or begun */
  gint64 people;
} IonServiceCampaign;

/**
 * IonServiceStory:
 *
 * A service as a person looks at it: its key's state, without the key, and what was sent with it.
 */
typedef struct
{
  IonService *service; /* (owned) */
  IonKeyStanding standing;
  char *trouble; /* (owned) (nullable): why the keyring could not be read */
  IonKeySlot slot;
  IonRotationStep step;
  GPtrArray *campaigns; /* (owned) (element-type IonServiceCampaign): newest first */
  guint n_unfinished;   /* campaigns that keep it from being removed */
} IonServiceStory;

void ion_service_story_free (IonServiceStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonServiceStory, ion_service_story_free)

/* Returns: (transfer full) */
IonServiceStory *ion_office_tell_service (IonOffice *self, const char *id, GError **error);
/* Returns: (transfer full) (element-type IonServiceStory): by name; without campaigns */
GPtrArray *ion_office_tell_services (IonOffice *self, GError **error);

G_END_DECLS
