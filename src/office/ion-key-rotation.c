/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Both keys of a service are renewed in four steps, of which two happen at IO. What is remembered
 * is only which step comes next.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-key-rotation.h"

#include <glib/gi18n-lib.h>

static const char *const step_names[ION_N_ROTATION_STEPS] = {
  NULL, "use-secondary", "regenerate-primary", "use-primary", "regenerate-secondary",
};

static const char *const slot_names[] = { NULL, "primary", "secondary" };

void
ion_service_get_rotation (const IonService *service, IonKeySlot *slot, IonRotationStep *step)
{
  *slot = ION_KEY_SLOT_UNKNOWN;
  *step = ION_ROTATION_NONE;
  for (guint i = 1; i < G_N_ELEMENTS (slot_names); i++)
    if (g_strcmp0 (service->key_slot, slot_names[i]) == 0)
      *slot = (IonKeySlot) i;
  for (guint i = 1; i < ION_N_ROTATION_STEPS; i++)
    if (g_strcmp0 (service->key_rotation, step_names[i]) == 0)
      *step = (IonRotationStep) i;
}

static gboolean
get_step (IonOffice *self, const char *id, IonRotationStep *step, GError **error)
{
  g_autoptr (IonService) service = ion_ledger_get_service (ion_office_get_ledger (self), id, error);
  IonKeySlot slot;

  if (service != NULL)
    ion_service_get_rotation (service, &slot, step);
  return service != NULL;
}

static gboolean
set_step (IonOffice *self, const char *id, IonRotationStep step, GError **error)
{
  return ion_ledger_set_key_rotation (ion_office_get_ledger (self), id, step_names[step], error);
}

static gboolean
fail_step (GError **error)
{
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_FAILED,
                       _ ("The rotation of this service's keys is not at this step any more: "
                          "somebody else has gone on with it. Nothing was changed."));
  return FALSE;
}

gboolean
ion_office_begin_rotation (IonOffice *self, const char *service_id, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return set_step (self, service_id, ION_ROTATION_USE_SECONDARY, error);
}

/* The likeliest slip: the key of the field above was copied. */
static gboolean
check_is_another (IonOffice *self, const char *id, IonSecret *key, GError **error)
{
  g_autofree char *name = g_strconcat ("service:", id, NULL);
  g_autoptr (IonSecret) old = NULL;

  if (!ion_keyring_load (ion_office_get_keyring (self),
                         ion_ledger_get_id (ion_office_get_ledger (self)), name, &old, error))
    return FALSE;
  if (old == NULL || !ion_secret_equal (old, key))
    return TRUE;
  g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_VALUE,
                       _ ("This is the API Key that is in use already: copy the other one. Nothing "
                          "was changed."));
  return FALSE;
}

gboolean
ion_office_rotate_key (IonOffice *self, const char *service_id, IonSecret *key, GError **error)
{
  IonKeySlot slot;
  IonRotationStep step;

  g_return_val_if_fail (ION_IS_OFFICE (self) && key != NULL, FALSE);

  if (!get_step (self, service_id, &step, error))
    return FALSE;
  if (step != ION_ROTATION_USE_SECONDARY && step != ION_ROTATION_USE_PRIMARY)
    return fail_step (error);
  slot = step == ION_ROTATION_USE_SECONDARY ? ION_KEY_SLOT_SECONDARY : ION_KEY_SLOT_PRIMARY;
  return check_is_another (self, service_id, key, error) &&
         ion_office_set_service_key (self, service_id, key, error) &&
         ion_office_set_key_slot (self, service_id, slot, error) &&
         set_step (self, service_id, step + 1, error);
}

gboolean
ion_office_confirm_rotation (IonOffice *self, const char *service_id, GError **error)
{
  IonRotationStep step;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  if (!get_step (self, service_id, &step, error))
    return FALSE;
  if (step == ION_ROTATION_REGENERATE_PRIMARY)
    return set_step (self, service_id, ION_ROTATION_USE_PRIMARY, error);
  if (step == ION_ROTATION_REGENERATE_SECONDARY)
    return set_step (self, service_id, ION_ROTATION_NONE, error);
  return fail_step (error);
}

gboolean
ion_office_stop_rotation (IonOffice *self, const char *service_id, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return set_step (self, service_id, ION_ROTATION_NONE, error);
}

gboolean
ion_office_set_key_slot (IonOffice *self, const char *service_id, IonKeySlot slot, GError **error)
{
  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  return ion_ledger_set_key_slot (ion_office_get_ledger (self), service_id, slot_names[slot],
                                  error);
}
