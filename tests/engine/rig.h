/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "fake-keyring.h"
#include "fake-platform.h"
#include "fixture.h"

#include "ion-engine-private.h"

G_BEGIN_DECLS

/* An engine over a ledger of its own, a fake platform and a fake keyring with the key of "s1". */
typedef struct
{
  Fixture base;
  FakePlatform *platform; /* (owned) */
  FakeKeyring *keyring;   /* (owned) */
  IonEngine *engine;      /* (owned) */
} Rig;

void rig_init (Rig *self);
void rig_clear (Rig *self);
/* Another engine over the same, as after a new start of the program. */
void rig_renew (Rig *self);

/* People with texts that pass every check; the id. @is_test: a campaign of test messages. */
char *rig_import (Rig *self, guint first, guint n_rows, gboolean is_test);
/* @tranche: -1 = all */
void rig_send (Rig *self, const char *campaign_id, gint64 tranche, gboolean reach_only);

void rig_start (Rig *self, IonEngineFlags flags);
gboolean rig_stop (Rig *self, GError **error);
/* Runs the main loop until the campaign is in @state. */
void rig_wait_state (Rig *self, const char *campaign_id, IonCampaignState state);
/* Runs the main loop until @func says so. */
void rig_wait (Rig *self, gboolean (*func) (gpointer data), gpointer data);
/* (transfer full) (nullable) */
char *rig_get_pause_code (Rig *self, const char *campaign_id);
IonCampaignCounts rig_count (Rig *self, const char *campaign_id);

/* Less patience, so that a test does not wait. */
extern const IonSenderPatience rig_impatience;

G_END_DECLS
