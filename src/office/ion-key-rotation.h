/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office-services.h"

G_BEGIN_DECLS

/* Which of the two keys that IO gives a service is used here. */
typedef enum
{
  ION_KEY_SLOT_UNKNOWN,
  ION_KEY_SLOT_PRIMARY,
  ION_KEY_SLOT_SECONDARY,
} IonKeySlot;

/**
 * IonRotationStep:
 *
 * The exchange of both keys of a service without a moment in which nothing can be sent: as the
 * platform's own pages want it.
 */
typedef enum
{
  ION_ROTATION_NONE,
  ION_ROTATION_USE_SECONDARY,        /* the secondary key is set here */
  ION_ROTATION_REGENERATE_PRIMARY,   /* at IO: who still uses the old one stops */
  ION_ROTATION_USE_PRIMARY,          /* the new primary key is set here */
  ION_ROTATION_REGENERATE_SECONDARY, /* at IO */
  ION_N_ROTATION_STEPS,
} IonRotationStep;

/* Where a service stands. */
void ion_service_get_rotation (const IonService *service, IonKeySlot *slot, IonRotationStep *step);
/* From wherever it was to the first step. */
gboolean ion_office_begin_rotation (IonOffice *self, const char *service_id, GError **error);
/* One of the two steps in which a key is set: refuses the key that is in use already
 * (%ION_OFFICE_ERROR_VALUE); goes on to the next step. */
gboolean
ion_office_rotate_key (IonOffice *self, const char *service_id, IonSecret *key, GError **error);
/* One of the two steps that happen at IO is done, says the person: goes on, or ends. */
gboolean ion_office_confirm_rotation (IonOffice *self, const char *service_id, GError **error);
/* The key that is set stays. */
gboolean ion_office_stop_rotation (IonOffice *self, const char *service_id, GError **error);
/* Says which of the two keys is in use. */
gboolean
ion_office_set_key_slot (IonOffice *self, const char *service_id, IonKeySlot slot, GError **error);

G_END_DECLS
