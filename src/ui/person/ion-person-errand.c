/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What the counter's page asks for may read every campaign there is: never on the window's thread.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-errand.h"

#include "ion-person-export.h"

#include <string.h>

IonPersonErrand *
ion_person_errand_new (const char *code)
{
  IonPersonErrand *self = g_new0 (IonPersonErrand, 1);

  g_strlcpy (self->code, code, sizeof self->code);
  return self;
}

void
ion_person_errand_free (gpointer data)
{
  IonPersonErrand *self = data;

  explicit_bzero (self->code, sizeof self->code);
  g_free (self->purpose);
  g_free (self->path);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

gpointer
ion_person_errand_look (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  IonPersonErrand *self = data;

  return ion_office_show_person_for (office, self->code, self->purpose, error);
}

gpointer
ion_person_errand_export (IonOffice *office,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  IonPersonErrand *self = data;

  ion_office_export_person (office, self->code, self->records, self->path,
                            g_get_real_time () / G_USEC_PER_SEC, error);
  return NULL;
}

gpointer
ion_person_errand_erase (IonOffice *office,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  IonPersonErrand *self = data;

  ion_office_forget_person (office, self->code, error);
  return NULL;
}
