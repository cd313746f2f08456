/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The phone: the one place where a message is drawn as the app draws it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone.h"

struct _IonPhone
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IonPhone, ion_phone, GTK_TYPE_WIDGET)

static void
ion_phone_class_init (IonPhoneClass *klass)
{
}

static void
ion_phone_init (IonPhone *self)
{
}

GtkWidget *
ion_phone_new (void)
{
  return g_object_new (ION_TYPE_PHONE, NULL);
}

void
ion_phone_set_sender (IonPhone *self, const char *office_name, const char *service_name)
{
}

void
ion_phone_set_message (IonPhone *self, const IonMessage *message)
{
}

void
ion_phone_set_problem (IonPhone *self, const char *sentence)
{
}
