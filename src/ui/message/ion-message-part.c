/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The message: service, text, buttons, payment, due date.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-message-part.h"

struct _IonMessagePart
{
  IonComposePart parent_instance;
};

G_DEFINE_FINAL_TYPE (IonMessagePart, ion_message_part, ION_TYPE_COMPOSE_PART)

static void
ion_message_part_class_init (IonMessagePartClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/message/"
                                               "ion-message-part.ui");
}

static void
ion_message_part_init (IonMessagePart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
