/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Two questions that no file answers, each with what follows from the answer.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-payment-group.h"

#include <glib/gi18n-lib.h>

struct _IonPaymentGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *positions_row;    /* (unowned) */
  GtkToggleButton *positions_yes; /* (unowned) */
  GtkToggleButton *positions_no;  /* (unowned) */
  AdwActionRow *supplier_row;     /* (unowned) */
  GtkToggleButton *supplier_yes;  /* (unowned) */
  GtkToggleButton *supplier_no;   /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPaymentGroup, ion_payment_group, ION_TYPE_DRAFT_GROUP)

/* Between the one that goes up and the one that goes down nothing is said. */
static IonDraftAnswer
read_answer (GtkToggleButton *yes, GtkToggleButton *no, IonDraftAnswer before)
{
  if (gtk_toggle_button_get_active (yes))
    return ION_DRAFT_ANSWER_YES;
  return gtk_toggle_button_get_active (no) ? ION_DRAFT_ANSWER_NO : before;
}

static void
toggled_cb (IonPaymentGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  IonDraftAnswer positions, supplier;
  IonDraft *draft;

  if (ion_draft_group_is_refreshing (group))
    return;
  draft = ion_draft_group_get_draft (group);
  positions = read_answer (self->positions_yes, self->positions_no, draft->positions_exist);
  supplier = read_answer (self->supplier_yes, self->supplier_no, draft->supplier_writes);
  if (positions == draft->positions_exist && supplier == draft->supplier_writes)
    return;
  draft->positions_exist = positions;
  draft->supplier_writes = supplier;
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (group));
}

static const char *
explain_positions (IonDraftAnswer answer)
{
  switch (answer)
    {
    case ION_DRAFT_ANSWER_YES:
      return _ ("Whoever opens the message can pay at once.");
    case ION_DRAFT_ANSWER_NO:
      return _ ("Whoever opens the message would read that the notice does not exist. Have the "
                "positions loaded first, then come back.");
    case ION_DRAFT_ANSWER_NONE:
    default:
      return _ ("Without them the notice cannot be paid from the message.");
    }
}

static const char *
explain_supplier (IonDraftAnswer answer)
{
  switch (answer)
    {
    case ION_DRAFT_ANSWER_YES:
      return _ ("Citizens will get two messages for the same notice: have one of the two stopped, "
                "or say in the text that it is the same notice.");
    case ION_DRAFT_ANSWER_NO:
      return _ ("Citizens get this message only.");
    case ION_DRAFT_ANSWER_NONE:
    default:
      return _ ("Some suppliers send a message on IO for every position that they load.");
    }
}

static void
show_answer (GtkToggleButton *yes, GtkToggleButton *no, IonDraftAnswer answer)
{
  gtk_toggle_button_set_active (yes, answer == ION_DRAFT_ANSWER_YES);
  gtk_toggle_button_set_active (no, answer == ION_DRAFT_ANSWER_NO);
}

static void
ion_payment_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonPaymentGroup *self = ION_PAYMENT_GROUP (group);

  gtk_widget_set_visible (GTK_WIDGET (self), ion_template_has_payment (draft->template_));
  show_answer (self->positions_yes, self->positions_no, draft->positions_exist);
  show_answer (self->supplier_yes, self->supplier_no, draft->supplier_writes);
  adw_action_row_set_subtitle (self->positions_row, explain_positions (draft->positions_exist));
  adw_action_row_set_subtitle (self->supplier_row, explain_supplier (draft->supplier_writes));
}

static void
ion_payment_group_class_init (IonPaymentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_payment_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-payment-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, positions_row);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, positions_yes);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, positions_no);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, supplier_row);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, supplier_yes);
  gtk_widget_class_bind_template_child (widget_class, IonPaymentGroup, supplier_no);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ion_payment_group_init (IonPaymentGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
