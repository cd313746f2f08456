/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two questions that no file answers, each with what follows from the answer.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-payment-group.h"

#include "ion-answer-row.h"

struct _IonPaymentGroup
{
  IonDraftGroup parent_instance;

  IonAnswerRow *positions; /* (unowned) */
  IonAnswerRow *supplier;  /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPaymentGroup, ion_payment_group, ION_TYPE_DRAFT_GROUP)

static void
answered_cb (IonPaymentGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  IonDraft *draft;

  if (ion_draft_group_is_refreshing (group))
    return;
  draft = ion_draft_group_get_draft (group);
  draft->positions_exist = ion_answer_row_get_answer (self->positions);
  draft->supplier_writes = ion_answer_row_get_answer (self->supplier);
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (group));
}

static void
ion_payment_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonPaymentGroup *self = ION_PAYMENT_GROUP (group);

  gtk_widget_set_visible (GTK_WIDGET (self), ion_template_has_payment (draft->template_));
  ion_answer_row_set_answer (self->positions, draft->positions_exist);
  ion_answer_row_set_answer (self->supplier, draft->supplier_writes);
}

static void
ion_payment_group_class_init (IonPaymentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ION_TYPE_ANSWER_ROW);
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_payment_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-payment-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, positions);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, supplier);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
ion_payment_group_init (IonPaymentGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
