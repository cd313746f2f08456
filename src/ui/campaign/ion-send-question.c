/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The page of a campaign is no way around the last look: what that asks is asked here as well, by
 * the same rows and the same comparison.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-send-question.h"

#include "ion-answer-row.h"
#include "ion-depart-words.h"
#include "ion-draft-gaps.h"
#include "ion-figure-row.h"

struct _IonSendQuestion
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;         /* (unowned) */
  IonFigureRow *people;    /* (unowned) */
  IonFigureRow *total;     /* (unowned) */
  IonAnswerRow *positions; /* (unowned) */
  IonAnswerRow *supplier;  /* (unowned) */
  AdwEntryRow *purpose;    /* (unowned) */
  GtkLabel *words;         /* (unowned) */
  IonSendBrief *brief;     /* (unowned) (nullable): %NULL once closed */
};

G_DEFINE_FINAL_TYPE (IonSendQuestion, ion_send_question, GTK_TYPE_WIDGET)

static guint changed_signal;

static GPtrArray *
list_gaps (IonSendQuestion *self)
{
  return ion_draft_list_gaps (self->brief->draft, NULL, self->brief->facts,
                              g_get_real_time () / G_USEC_PER_SEC);
}

/* What is missing, and once nothing is, how it will go. */
static void
show_words (IonSendQuestion *self)
{
  g_autoptr (GPtrArray) gaps = list_gaps (self);
  g_autofree char *plan = ion_depart_words_plan (self->brief->draft, self->brief->facts);
  const char *words = plan != NULL ? plan : "";

  if (gaps->len > 0)
    words = ((const IonDraftGap *) g_ptr_array_index (gaps, 0))->sentence;
  gtk_label_set_label (self->words, words);
}

static void
tell (IonSendQuestion *self)
{
  show_words (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
people_cb (IonSendQuestion *self)
{
  if (self->brief == NULL)
    return;
  self->brief->draft->expected_people = ion_figure_row_get_count (self->people);
  ion_figure_row_show_figure (self->people,
                              ion_draft_compare_people (self->brief->draft, self->brief->facts));
  tell (self);
}

static void
total_cb (IonSendQuestion *self)
{
  if (self->brief == NULL)
    return;
  self->brief->draft->expected_total = ion_figure_row_get_cents (self->total);
  ion_figure_row_show_figure (self->total,
                              ion_draft_compare_total (self->brief->draft, self->brief->facts));
  tell (self);
}

static void
answered_cb (IonSendQuestion *self)
{
  if (self->brief == NULL)
    return;
  self->brief->draft->positions_exist = ion_answer_row_get_answer (self->positions);
  self->brief->draft->supplier_writes = ion_answer_row_get_answer (self->supplier);
  tell (self);
}

static void
purpose_cb (IonSendQuestion *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->purpose))));

  if (self->brief == NULL)
    return;
  g_free (self->brief->draft->purpose);
  self->brief->draft->purpose = *text != '\0' ? g_steal_pointer (&text) : NULL;
  tell (self);
}

static void
ion_send_question_dispose (GObject *object)
{
  g_clear_pointer (&ION_SEND_QUESTION (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ion_send_question_parent_class)->dispose (object);
}

static void
ion_send_question_class_init (IonSendQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_send_question_dispose;
  g_type_ensure (ION_TYPE_ANSWER_ROW);
  g_type_ensure (ION_TYPE_FIGURE_ROW);
  changed_signal = g_signal_new ("changed", ION_TYPE_SEND_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaign/"
                                                             "ion-send-question.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, box);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, list);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, people);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, total);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, positions);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, supplier);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, purpose);
  gtk_widget_class_bind_template_child (widget_class, IonSendQuestion, words);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, total_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, purpose_cb);
}

static void
ion_send_question_init (IonSendQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Rows that ask what is known already would be ceremony. */
static void
show_rows (IonSendQuestion *self)
{
  const IonDraft *draft = self->brief->draft;
  const IonSendFacts *facts = self->brief->facts;
  gboolean is_totals = ion_ceremony_for_people (facts->people) == ION_CEREMONY_TOTALS;
  gboolean asks_total = ion_draft_asks_total (draft, facts);
  gboolean has_payment = ion_template_has_payment (draft->template_);
  gboolean asks_positions = has_payment && draft->positions_exist != ION_DRAFT_ANSWER_YES;
  gboolean asks_supplier = has_payment && draft->supplier_writes == ION_DRAFT_ANSWER_NONE;
  gboolean asks_purpose = draft->purpose == NULL || *draft->purpose == '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->people), is_totals);
  gtk_widget_set_visible (GTK_WIDGET (self->total), asks_total);
  gtk_widget_set_visible (GTK_WIDGET (self->positions), asks_positions);
  gtk_widget_set_visible (GTK_WIDGET (self->supplier), asks_supplier);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), asks_purpose);
  gtk_widget_set_visible (self->list, is_totals || asks_total || asks_positions || asks_supplier ||
                                          asks_purpose);
  ion_answer_row_set_answer (self->positions, draft->positions_exist);
  ion_answer_row_set_answer (self->supplier, draft->supplier_writes);
}

GtkWidget *
ion_send_question_new (IonSendBrief *brief)
{
  IonSendQuestion *self = g_object_new (ION_TYPE_SEND_QUESTION, NULL);

  self->brief = brief;
  show_rows (self);
  show_words (self);
  return GTK_WIDGET (self);
}

gboolean
ion_send_question_is_ready (IonSendQuestion *self)
{
  g_autoptr (GPtrArray) gaps = NULL;

  g_return_val_if_fail (ION_IS_SEND_QUESTION (self), FALSE);

  if (self->brief == NULL)
    return FALSE;
  gaps = list_gaps (self);
  return gaps->len == 0;
}

void
ion_send_question_close (IonSendQuestion *self)
{
  g_return_if_fail (ION_IS_SEND_QUESTION (self));

  self->brief = NULL;
}
