/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the first steps ask of the office, all of it in worker threads: a keyring may ask the person
 * for a password meanwhile.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-welcome-work.h"

#include "ion-campaign-sources.h"
#include "ion-ledger-campaigns.h"
#include "ion-moment.h"
#include "ion-office-services.h"
#include "ion-person-record.h"
#include "ion-practice-sample.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

/* No payment in it: a new service may not ask for any. */
#define TEST_TEMPLATE "Evento"

typedef struct
{
  char *folder; /* (owned) (nullable) */
  gboolean is_practice;
  IonSecret *recovery_key; /* (owned) (nullable) */
  char *name, *code;       /* (owned) (nullable) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->folder);
  g_clear_pointer (&self->recovery_key, ion_secret_unref);
  g_free (self->name);
  g_free (self->code);
  g_free (self);
}

void
ion_opened_free (IonOpened *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->office);
  ion_wipe_free (self->recovery_key);
  g_free (self);
}

/* An office without an example is still an office. */
static void
add_sample (IonOffice *office)
{
  g_autoptr (GError) error = NULL;
  IonDate today;
  int hour, minute, second;

  ion_moment_to_local (g_get_real_time () / G_USEC_PER_SEC, &today, &hour, &minute, &second);
  if (!ion_office_add_practice_sample (office, &today, &error))
    g_message ("The practice office has no example: %s", error->message);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (IonOpened) opened = g_new0 (IonOpened, 1);
  GError *error = NULL;

  opened->office = opening->recovery_key != NULL
                       ? ion_office_restore (opening->folder, opening->is_practice,
                                             opening->recovery_key, &error)
                       : ion_office_open (opening->folder, opening->is_practice, &error);
  if (error == NULL && opening->is_practice)
    add_sample (opened->office);
  if (error == NULL)
    opened->is_older_copy = ion_office_is_older_copy (opened->office, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) ion_opened_free);
}

static void
create_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  const IonOfficeOptions options = { .folder = opening->folder,
                                     .name = opening->name,
                                     .organization_code = opening->code };
  g_autoptr (IonOpened) opened = g_new0 (IonOpened, 1);
  GError *error = NULL;

  opened->office = ion_office_create (&options, &error);
  if (error == NULL)
    opened->recovery_key = ion_office_get_recovery_key (opened->office, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) ion_opened_free);
}

void
ion_welcome_open_async (gpointer source,
                        const char *folder,
                        gboolean is_practice,
                        IonSecret *recovery_key,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, ion_welcome_open_async);
  opening->folder = g_strdup (folder);
  opening->is_practice = is_practice;
  opening->recovery_key = recovery_key != NULL ? ion_secret_ref (recovery_key) : NULL;
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

void
ion_welcome_create_async (gpointer source,
                          const char *folder,
                          const char *name,
                          const char *code,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, ion_welcome_create_async);
  opening->folder = g_strdup (folder);
  opening->name = g_strstrip (g_strdup (name));
  opening->code = g_strdup (code);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, create_thread);
}

IonOpened *
ion_welcome_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ion_first_service_free (gpointer data)
{
  IonFirstService *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->department);
  g_clear_pointer (&self->key, ion_secret_unref);
  g_free (self);
}

gpointer
ion_first_service_store (IonOffice *office,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  IonFirstService *self = data;

  if (!self->is_stored)
    ion_office_add_service (office, self->id, self->name,
                            *self->department != '\0' ? self->department : NULL, self->key, error);
  else if (self->key != NULL)
    ion_office_set_service_key (office, self->id, self->key, error);
  return NULL;
}

void
ion_first_test_free (gpointer data)
{
  IonFirstTest *self = data;

  g_free (self->code);
  g_free (self->service);
  g_free (self);
}

gpointer
ion_first_test_begin (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const IonCampaignStart start = { .tranche = -1 };
  IonFirstTest *self = data;
  g_autoptr (IonTemplate) template_ = NULL;
  g_autofree char *id = NULL;

  /* Translators: who this is on the list for messages of test */
  if (!ion_office_add_test_recipient (office, self->code, _ ("First setup"), error))
    return NULL;
  template_ = ion_office_find_template (office, TEST_TEMPLATE, error);
  if (template_ == NULL)
    return NULL;
  id = ion_office_new_test_campaign (office, template_, self->service, error);
  if (id == NULL || !ion_ledger_start_campaign (ion_office_get_ledger (office), id, &start, error))
    return NULL;
  return g_steal_pointer (&id);
}

gpointer
ion_first_test_look (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonCampaignCounts counts;

  if (!ion_ledger_count_campaign (ion_office_get_ledger (office), data, &counts, error))
    return NULL;
  if (counts.by_state[ION_DELIVERY_ACCEPTED] + counts.by_state[ION_DELIVERY_DELIVERED] > 0)
    return g_strdup (_ ("IO has taken the message: it reaches your phone within moments."));
  if (counts.by_state[ION_DELIVERY_NOT_ON_IO] > 0)
    return g_strdup (
        _ ("The key works. You cannot be reached on IO yourself, so no message came."));
  if (counts.by_state[ION_DELIVERY_SWITCHED_OFF] > 0)
    return g_strdup (_ ("The key works. You have not switched this service on in your app, so no "
                        "message came."));
  if (counts.by_state[ION_DELIVERY_PENDING] + counts.by_state[ION_DELIVERY_SENDING] > 0)
    return NULL;
  return g_strdup (_ ("The message did not go out as it should: its campaign says why."));
}
