/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last look: rows as their citizens will see them, figures from the accounts, the purpose.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-check-part.h"

struct _IonCheckPart
{
  IonComposePart parent_instance;
};

G_DEFINE_FINAL_TYPE (IonCheckPart, ion_check_part, ION_TYPE_COMPOSE_PART)

static void
ion_check_part_class_init (IonCheckPartClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/check/ion-check-part.ui");
}

static void
ion_check_part_init (IonCheckPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
