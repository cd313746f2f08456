/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The services and templates to choose from, read where the window does not wait.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-choices.h"

#include "ion-ledger-services.h"
#include "ion-template-catalog.h"

void
ion_message_choices_free (IonMessageChoices *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_free (self);
}

/* One of the office's own hides the starter of its name. */
static gboolean
has_name (GPtrArray *templates, const char *name)
{
  for (guint i = 0; i < templates->len; i++)
    {
      const IonTemplate *template_ = g_ptr_array_index (templates, i);

      if (g_strcmp0 (template_->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gpointer
load_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IonMessageChoices) self = g_new0 (IonMessageChoices, 1);
  IonLedger *ledger = ion_office_get_ledger (office);
  g_autoptr (GPtrArray) starters = NULL;

  self->services = ion_ledger_list_services (ledger, error);
  if (self->services == NULL)
    return NULL;
  self->templates = ion_ledger_list_templates (ledger, error);
  if (self->templates == NULL)
    return NULL;
  self->n_own = self->templates->len;
  starters = ion_template_list_starters (error);
  if (starters == NULL)
    return NULL;
  g_ptr_array_set_free_func (starters, NULL);
  for (guint i = 0; i < starters->len; i++)
    {
      IonTemplate *starter = g_ptr_array_index (starters, i);

      if (has_name (self->templates, starter->name))
        ion_template_free (starter);
      else
        g_ptr_array_add (self->templates, starter);
    }
  return g_steal_pointer (&self);
}

static void
free_choices (gpointer choices)
{
  ion_message_choices_free (choices);
}

void
ion_message_choices_load_async (IonDesk *desk,
                                gpointer source,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ion_desk_run_async (desk, source, load_func, NULL, NULL, free_choices, cancellable, callback,
                      user_data);
}
