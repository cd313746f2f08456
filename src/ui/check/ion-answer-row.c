/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What no file answers is asked, and the answer says at once what follows from it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-answer-row.h"

struct _IonAnswerRow
{
  AdwActionRow parent_instance;

  GtkToggleButton *yes; /* (unowned) */
  GtkToggleButton *no;  /* (unowned) */
  char *sentences[3];   /* (owned) (nullable): by #IonDraftAnswer */
  IonDraftAnswer answer;
};

G_DEFINE_FINAL_TYPE (IonAnswerRow, ion_answer_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_UNSAID,
  PROP_YES,
  PROP_NO,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint answered_signal;

static void
explain (IonAnswerRow *self)
{
  const char *sentence = self->sentences[self->answer];

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence != NULL ? sentence : "");
}

/* Between the one that goes up and the one that goes down nothing is said. */
static void
toggled_cb (IonAnswerRow *self)
{
  IonDraftAnswer answer = self->answer;

  if (gtk_toggle_button_get_active (self->yes))
    answer = ION_DRAFT_ANSWER_YES;
  else if (gtk_toggle_button_get_active (self->no))
    answer = ION_DRAFT_ANSWER_NO;
  if (answer == self->answer)
    return;
  self->answer = answer;
  explain (self);
  g_signal_emit (self, answered_signal, 0);
}

static void
ion_answer_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonAnswerRow *self = ION_ANSWER_ROW (object);

  if (id >= PROP_UNSAID && id < N_PROPS)
    g_value_set_string (value, self->sentences[id - PROP_UNSAID]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_answer_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonAnswerRow *self = ION_ANSWER_ROW (object);

  if (id < PROP_UNSAID || id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->sentences[id - PROP_UNSAID]);
  self->sentences[id - PROP_UNSAID] = g_value_dup_string (value);
  explain (self);
}

static void
ion_answer_row_finalize (GObject *object)
{
  IonAnswerRow *self = ION_ANSWER_ROW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->sentences); i++)
    g_free (self->sentences[i]);
  G_OBJECT_CLASS (ion_answer_row_parent_class)->finalize (object);
}

static void
ion_answer_row_class_init (IonAnswerRowClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "unsaid", "yes", "no" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_answer_row_get_property;
  object_class->set_property = ion_answer_row_set_property;
  object_class->finalize = ion_answer_row_finalize;
  for (guint id = PROP_UNSAID; id < N_PROPS; id++)
    props[id] = g_param_spec_string (names[id], NULL, NULL, NULL,
                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  answered_signal = g_signal_new ("answered", ION_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IonAnswerRow, yes);
  gtk_widget_class_bind_template_child (widget_class, IonAnswerRow, no);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
ion_answer_row_init (IonAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

IonDraftAnswer
ion_answer_row_get_answer (IonAnswerRow *self)
{
  g_return_val_if_fail (ION_IS_ANSWER_ROW (self), ION_DRAFT_ANSWER_NONE);

  return self->answer;
}

/* Says nothing: the one who sets it knows. */
void
ion_answer_row_set_answer (IonAnswerRow *self, IonDraftAnswer answer)
{
  g_return_if_fail (ION_IS_ANSWER_ROW (self));

  self->answer = answer;
  gtk_toggle_button_set_active (self->yes, answer == ION_DRAFT_ANSWER_YES);
  gtk_toggle_button_set_active (self->no, answer == ION_DRAFT_ANSWER_NO);
  explain (self);
}
