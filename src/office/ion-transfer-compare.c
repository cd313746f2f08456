/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a file would change in this office, said before it does. What is here already as the file
 * has it is left out, so that importing twice changes nothing.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-transfer-private.h"

#include "ion-number.h"
#include "ion-office-settings.h"
#include "ion-people-lists.h"
#include "ion-setting-words.h"
#include "ion-template-json.h"

#include <glib/gi18n-lib.h>

static const char *
tell_value (const char *value)
{
  /* Translators: no value: no ceiling, no holidays */
  return *value == '\0' || g_str_equal (value, "none") ? C_ ("setting", "none") : value;
}

/* FALSE with @failure set where it could not be set. */
static gboolean
is_new_setting (IonOfficeTransfer *self,
                IonOffice *office,
                const IonTransferSetting *setting,
                GError **failure)
{
  g_autofree char *present = NULL;

  if (!ion_transfer_carries_setting (office, setting->key))
    return FALSE;
  present = ion_office_get_setting (office, setting->key, failure);
  if (present == NULL || g_str_equal (present, setting->value) ||
      !ion_office_check_setting (office, setting->key, setting->value, failure))
    return FALSE;
  g_ptr_array_add (self->changes,
                   /* Translators: a setting, what it would be, what it is */
                   g_strdup_printf (_ ("%1$s: %2$s instead of %3$s"),
                                    ion_setting_get_label (setting->key),
                                    tell_value (setting->value), tell_value (present)));
  return TRUE;
}

static gboolean
compare_settings (IonOfficeTransfer *self, IonOffice *office, GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < self->settings->len && failure == NULL;)
    if (is_new_setting (self, office, g_ptr_array_index (self->settings, i), &failure))
      i++;
    else
      g_ptr_array_remove_index (self->settings, i);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static const IonService *
find_service (const GPtrArray *services, const char *id)
{
  for (guint i = 0; i < services->len; i++)
    if (g_str_equal (((IonService *) g_ptr_array_index (services, i))->id, id))
      return g_ptr_array_index (services, i);
  return NULL;
}

static gboolean
is_new_service (IonOfficeTransfer *self, const GPtrArray *here, const IonService *service)
{
  const IonService *present = find_service (here, service->id);

  if (present != NULL && g_str_equal (present->name, service->name) &&
      g_strcmp0 (present->department, service->department) == 0)
    return FALSE;
  if (present == NULL)
    g_ptr_array_add (self->changes,
                     g_strdup_printf (_ ("New service «%s», still without its API Key"),
                                      service->name));
  else
    g_ptr_array_add (self->changes, g_strdup_printf (_ ("Service «%s»: another name or department"),
                                                     present->name));
  return TRUE;
}

static gboolean
compare_services (IonOfficeTransfer *self, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) here = ion_ledger_list_services (ion_office_get_ledger (office), error);

  for (guint i = 0; here != NULL && i < self->services->len;)
    if (is_new_service (self, here, g_ptr_array_index (self->services, i)))
      i++;
    else
      g_ptr_array_remove_index (self->services, i);
  return here != NULL;
}

static gboolean
is_new_template (IonOfficeTransfer *self, const GPtrArray *here, const IonTemplate *template_)
{
  g_autofree char *wanted = ion_template_to_json (template_);

  for (guint i = 0; i < here->len; i++)
    {
      const IonTemplate *present = g_ptr_array_index (here, i);
      g_autofree char *json = NULL;

      if (!g_str_equal (present->name, template_->name))
        continue;
      json = ion_template_to_json (present);
      if (g_str_equal (json, wanted))
        return FALSE;
      g_ptr_array_add (self->changes,
                       g_strdup_printf (_ ("Template «%s»: a new version; the present one is kept"),
                                        template_->name));
      return TRUE;
    }
  g_ptr_array_add (self->changes, g_strdup_printf (_ ("New template «%s»"), template_->name));
  return TRUE;
}

static gboolean
compare_templates (IonOfficeTransfer *self, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) here = ion_ledger_list_templates (ion_office_get_ledger (office), error);

  for (guint i = 0; here != NULL && i < self->templates->len;)
    if (is_new_template (self, here, g_ptr_array_index (self->templates, i)))
      i++;
    else
      g_ptr_array_remove_index (self->templates, i);
  return here != NULL;
}

static gboolean
find_list_id (IonTransferList *list, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) here = NULL;

  if (list->name == NULL)
    return TRUE;
  here = ion_ledger_list_lists (ion_office_get_ledger (office), error);
  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const IonPersonList *present = g_ptr_array_index (here, i);

      if (g_str_equal (present->name, list->name) && list->id == NULL)
        list->id = g_strdup (present->id);
    }
  return here != NULL;
}

static gboolean
has_person (const GPtrArray *here, const IonListedPerson *person)
{
  for (guint i = 0; i < here->len; i++)
    {
      const IonListedPerson *present = g_ptr_array_index (here, i);

      if (g_str_equal (present->fiscal_code, person->fiscal_code) &&
          g_str_equal (present->label, person->label))
        return TRUE;
    }
  return FALSE;
}

static gboolean
leave_new_people (IonTransferList *list, IonOffice *office, GError **error)
{
  g_autoptr (GPtrArray) here = NULL;

  if (!find_list_id (list, office, error))
    return FALSE;
  if (list->name != NULL && list->id == NULL)
    return TRUE;
  here = ion_office_list_people (office, list->id, error);
  for (guint i = 0; here != NULL && i < list->people->len;)
    if (has_person (here, g_ptr_array_index (list->people, i)))
      g_ptr_array_remove_index (list->people, i);
    else
      i++;
  return here != NULL;
}

/* "12 people": of whichever list */
static char *
tell_list (const IonTransferList *list)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%s person", "%s people", list->people->len),
                                             ion_number (list->people->len).text);

  if (list->name == NULL)
    /* Translators: %s is "3 people" */
    return g_strdup_printf (_ ("Test recipients: %s added or named anew"), people);
  if (list->id == NULL)
    /* Translators: a list's name, "3 people" */
    return g_strdup_printf (_ ("New list «%1$s»: %2$s"), list->name, people);
  /* Translators: a list's name, "3 people" */
  return g_strdup_printf (_ ("List «%1$s»: %2$s added or named anew"), list->name, people);
}

static gboolean
compare_lists (IonOfficeTransfer *self, IonOffice *office, GError **error)
{
  for (guint i = 0; i < self->lists->len;)
    {
      IonTransferList *list = g_ptr_array_index (self->lists, i);

      if (!leave_new_people (list, office, error))
        return FALSE;
      if (list->people->len == 0 && (list->name == NULL || list->id != NULL))
        {
          g_ptr_array_remove_index (self->lists, i);
          continue;
        }
      g_ptr_array_add (self->changes, tell_list (list));
      i++;
    }
  return TRUE;
}

gboolean
ion_transfer_compare (IonOfficeTransfer *self, IonOffice *office, GError **error)
{
  return compare_settings (self, office, error) && compare_services (self, office, error) &&
         compare_templates (self, office, error) && compare_lists (self, office, error);
}
