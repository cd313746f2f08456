/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * When it leaves, how much at a time, and the countdown.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-send-part.h"

struct _IonSendPart
{
  IonComposePart parent_instance;
};

G_DEFINE_FINAL_TYPE (IonSendPart, ion_send_part, ION_TYPE_COMPOSE_PART)

static void
ion_send_part_class_init (IonSendPartClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/send/ion-send-part.ui");
}

static void
ion_send_part_init (IonSendPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
