/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last look: rows as their citizens will see them, figures from the accounts, the purpose. Each
 * group looks after itself; here is only what the page's list says about all of them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-check-part.h"

#include "ion-draft-gaps.h"
#include "ion-figures-group.h"
#include "ion-format.h"
#include "ion-merge-group.h"
#include "ion-payment-group.h"
#include "ion-prepare-group.h"
#include "ion-purpose-group.h"
#include "ion-reach-group.h"
#include "ion-rows-group.h"
#include "ion-test-group.h"

#include <glib/gi18n-lib.h>

struct _IonCheckPart
{
  IonComposePart parent_instance;

  GtkBox *groups; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonCheckPart, ion_check_part, ION_TYPE_COMPOSE_PART)

/* Only once they were typed: before, the list of the parts would give them away. */
static char *
summarize (const IonDraft *draft, const IonSendFacts *facts)
{
  g_autofree char *people = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  if (facts == NULL || facts->campaign_id == NULL || !ion_draft_figures_fit (draft, facts))
    return NULL;
  people = ion_format_count (facts->people);
  words = g_strdup_printf (ngettext ("%s person", "%s people", (gulong) facts->people), people);
  if (facts->amount <= 0)
    return g_steal_pointer (&words);
  amount = ion_format_amount (facts->amount);
  return g_strdup_printf ("%s · %s", words, amount);
}

static void
count_gaps (GPtrArray *gaps, guint *n_gaps, guint *n_wrong)
{
  *n_gaps = *n_wrong = 0;
  for (guint i = 0; i < gaps->len; i++)
    {
      const IonDraftGap *gap = g_ptr_array_index (gaps, i);

      if (gap->place != ION_DRAFT_PLACE_CHECK)
        continue;
      (*n_gaps)++;
      *n_wrong += gap->is_wrong ? 1 : 0;
    }
}

static void
update (IonCheckPart *self)
{
  IonComposePart *part = ION_COMPOSE_PART (self);
  IonDraftEditor *editor = ion_compose_part_get_editor (part);
  const IonDraft *draft = ion_draft_editor_get_draft (editor);
  const IonSendFacts *facts = ion_send_briefing_get_facts (ion_send_briefing_get (editor));
  g_autoptr (GPtrArray) gaps = ion_draft_list_gaps (draft, NULL, facts, 0);
  g_autofree char *summary = summarize (draft, facts);
  g_autofree char *words = NULL;
  guint n_gaps, n_wrong;

  count_gaps (gaps, &n_gaps, &n_wrong);
  words = g_strdup_printf (
      /* Translators: state of a part of a campaign: so many things to be mended */
      ngettext ("%u to mend", "%u to mend", n_wrong), n_wrong);
  if (n_wrong > 0)
    ion_compose_part_set_state (part, ION_PART_PROBLEM, words, summary);
  else if (n_gaps > 0 || facts == NULL || facts->campaign_id == NULL)
    /* Translators: state of a part of a campaign */
    ion_compose_part_set_state (part, ION_PART_TO_DO, _ ("To do"), summary);
  else
    /* Translators: state of a part of a campaign */
    ion_compose_part_set_state (part, ION_PART_READY, _ ("Ready"), summary);
}

static void
follow (IonCheckPart *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
ion_check_part_constructed (GObject *object)
{
  IonCheckPart *self = ION_CHECK_PART (object);
  IonDraftEditor *editor = ion_compose_part_get_editor (ION_COMPOSE_PART (self));

  G_OBJECT_CLASS (ion_check_part_parent_class)->constructed (object);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ion_draft_group_set_editor (ION_DRAFT_GROUP (child), editor);
  follow (self, editor, "message-changed");
  follow (self, editor, "plan-changed");
  follow (self, editor, "prepared");
  follow (self, ion_send_briefing_get (editor), "changed");
  update (self);
}

static void
ion_check_part_shown (IonComposePart *part)
{
  ion_draft_editor_prepare (ion_compose_part_get_editor (part));
}

static void
ion_check_part_class_init (IonCheckPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ION_TYPE_PREPARE_GROUP);
  g_type_ensure (ION_TYPE_ROWS_GROUP);
  g_type_ensure (ION_TYPE_MERGE_GROUP);
  g_type_ensure (ION_TYPE_TEST_GROUP);
  g_type_ensure (ION_TYPE_FIGURES_GROUP);
  g_type_ensure (ION_TYPE_PAYMENT_GROUP);
  g_type_ensure (ION_TYPE_PURPOSE_GROUP);
  g_type_ensure (ION_TYPE_REACH_GROUP);
  G_OBJECT_CLASS (klass)->constructed = ion_check_part_constructed;
  ION_COMPOSE_PART_CLASS (klass)->shown = ion_check_part_shown;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-check-part.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCheckPart, groups);
}

static void
ion_check_part_init (IonCheckPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
