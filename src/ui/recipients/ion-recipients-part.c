/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who gets it: a file, rows, an earlier campaign; columns, errors, doubts.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recipients-part.h"

struct _IonRecipientsPart
{
  IonComposePart parent_instance;
};

G_DEFINE_FINAL_TYPE (IonRecipientsPart, ion_recipients_part, ION_TYPE_COMPOSE_PART)

static void
ion_recipients_part_class_init (IonRecipientsPartClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/recipients/"
                                               "ion-recipients-part.ui");
}

static void
ion_recipients_part_init (IonRecipientsPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
