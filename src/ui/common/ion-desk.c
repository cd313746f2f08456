/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the window knows of its office without asking: how it stands, whether the engine is at work,
 * and what keeps anything from leaving.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-desk-private.h"

#include "ion-refresher.h"

/* What may keep anything from leaving. */
typedef enum
{
  NOT_STARTED,
  NO_CONNECTION,
  NO_LEDGER,
  N_TROUBLES,
} Trouble;

struct _IonDesk
{
  GObject parent_instance;

  IonOffice *office;          /* (owned) */
  IonEngineHost *host;        /* (owned) (nullable) */
  IonRefresher *refresher;    /* (owned) (nullable) */
  IonOfficeSurvey *survey;    /* (owned) (nullable) */
  char *troubles[N_TROUBLES]; /* (owned) (nullable) */
  gboolean is_older_copy;
};

G_DEFINE_FINAL_TYPE (IonDesk, ion_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  OFFICE_CHANGED,
  SURVEYED,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_trouble (IonDesk *self, Trouble trouble, const char *sentence)
{
  g_autofree char *before = g_strdup (ion_desk_get_trouble (self));

  g_free (self->troubles[trouble]);
  self->troubles[trouble] = g_strdup (sentence);
  if (g_strcmp0 (before, ion_desk_get_trouble (self)) != 0)
    g_signal_emit (self, signals[TROUBLE], 0, ion_desk_get_trouble (self));
}

static void
emit_changed (IonDesk *self)
{
  if (self->refresher != NULL)
    ion_refresher_ask (self->refresher);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
started_cb (IonDesk *self)
{
  self->is_older_copy = FALSE;
  set_trouble (self, NOT_STARTED, NULL);
  set_trouble (self, NO_CONNECTION, NULL);
  set_trouble (self, NO_LEDGER, NULL);
  emit_changed (self);
}

static void
not_started_cb (IonDesk *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  self->is_older_copy = g_error_matches (error, ION_ENGINE_ERROR, ION_ENGINE_ERROR_OLDER_COPY) ||
                        g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_OLDER_COPY);
  set_trouble (self, NOT_STARTED, sentence);
}

static void
connection_cb (IonDesk *self, gboolean ok, const char *explanation)
{
  set_trouble (self, NO_CONNECTION, ok ? NULL : explanation);
}

static void
ledger_trouble_cb (IonDesk *self, gboolean ok, const char *explanation)
{
  set_trouble (self, NO_LEDGER, ok ? NULL : explanation);
}

static void
host_changed_cb (IonDesk *self)
{
  emit_changed (self);
}

static void
ion_desk_finalize (GObject *object)
{
  IonDesk *self = ION_DESK (object);

  g_clear_pointer (&self->refresher, ion_refresher_free);
  g_clear_pointer (&self->survey, ion_office_survey_free);
  g_clear_object (&self->host);
  for (guint i = 0; i < N_TROUBLES; i++)
    g_free (self->troubles[i]);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (ion_desk_parent_class)->finalize (object);
}

static void
ion_desk_class_init (IonDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", ION_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[OFFICE_CHANGED] = g_signal_new ("office-changed", ION_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SURVEYED] = g_signal_new ("surveyed", ION_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", ION_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ion_desk_init (IonDesk *self)
{
}

IonDesk *
ion_desk_new (IonOffice *office)
{
  IonDesk *self = g_object_new (ION_TYPE_DESK, NULL);

  self->office = g_object_ref (office);
  return self;
}

IonOffice *
ion_desk_get_office (IonDesk *self)
{
  g_return_val_if_fail (ION_IS_DESK (self), NULL);

  return self->office;
}

static gpointer
survey (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_survey (office, error);
}

static void
free_survey (gpointer survey)
{
  ion_office_survey_free (survey);
}

static void
surveyed_cb (gpointer owner, gpointer result, const GError *error)
{
  IonDesk *self = owner;

  if (result == NULL)
    {
      g_info ("How the office stands could not be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->survey, ion_office_survey_free);
  self->survey = result;
  g_signal_emit (self, signals[SURVEYED], 0);
}

const IonOfficeSurvey *
ion_desk_get_survey (IonDesk *self)
{
  g_return_val_if_fail (ION_IS_DESK (self), NULL);

  if (self->refresher == NULL)
    {
      self->refresher = ion_refresher_new (self, survey, free_survey, surveyed_cb, self);
      ion_refresher_ask (self->refresher);
    }
  return self->survey;
}

void
ion_desk_tell_changed (IonDesk *self)
{
  g_return_if_fail (ION_IS_DESK (self));

  if (self->host != NULL)
    ion_engine_host_wake (self->host);
  emit_changed (self);
}

void
ion_desk_tell_office_changed (IonDesk *self)
{
  g_return_if_fail (ION_IS_DESK (self));

  if (self->host != NULL)
    ion_engine_host_settings_changed (self->host);
  if (self->refresher != NULL)
    ion_refresher_ask (self->refresher);
  g_signal_emit (self, signals[OFFICE_CHANGED], 0);
}

void
ion_desk_start (IonDesk *self)
{
  g_return_if_fail (ION_IS_DESK (self));
  g_return_if_fail (self->host == NULL);

  self->host = ion_engine_host_new (self->office);
  g_signal_connect_object (self->host, "changed", G_CALLBACK (host_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "started", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "not-started", G_CALLBACK (not_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "connection", G_CALLBACK (connection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->host, "ledger-trouble", G_CALLBACK (ledger_trouble_cb), self,
                           G_CONNECT_SWAPPED);
  ion_engine_host_start (self->host);
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  IonDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  g_clear_object (&self->host);
  if (ion_engine_host_stop_finish (ION_ENGINE_HOST (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ion_desk_stop_async (IonDesk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ION_IS_DESK (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ion_desk_stop_async);
  if (self->host != NULL)
    {
      ion_engine_host_stop_async (self->host, stopped_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
ion_desk_stop_finish (IonDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

IonEngineHost *
ion_desk_get_host (IonDesk *self)
{
  return self->host;
}

gboolean
ion_desk_is_started (IonDesk *self)
{
  g_return_val_if_fail (ION_IS_DESK (self), FALSE);

  return self->host != NULL;
}

gint64
ion_desk_get_end (IonDesk *self)
{
  gint64 end = 0;

  g_return_val_if_fail (ION_IS_DESK (self), 0);

  if (self->host != NULL)
    end = ion_engine_host_get_end (self->host);
  /* Another program may be at work: the ledger tells how much is left. */
  return end == 0 && self->survey != NULL ? self->survey->ends_at : end;
}

const char *
ion_desk_get_trouble (IonDesk *self)
{
  g_return_val_if_fail (ION_IS_DESK (self), NULL);

  for (guint i = 0; i < N_TROUBLES; i++)
    if (self->troubles[i] != NULL)
      return self->troubles[i];
  return NULL;
}

gboolean
ion_desk_is_older_copy (IonDesk *self)
{
  g_return_val_if_fail (ION_IS_DESK (self), FALSE);

  return self->is_older_copy;
}

void
ion_desk_retry (IonDesk *self)
{
  g_return_if_fail (ION_IS_DESK (self));

  if (self->host != NULL)
    ion_engine_host_restart (self->host);
}
