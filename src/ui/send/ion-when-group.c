/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A moment is typed as Italians write it, or picked; what is wrong with it is said at once.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-when-group.h"

#include "ion-moment.h"

#include <glib/gi18n-lib.h>

struct _IonWhenGroup
{
  IonDraftGroup parent_instance;

  GtkCheckButton *now;            /* (unowned) */
  GtkCheckButton *in_hours;       /* (unowned) */
  AdwActionRow *in_hours_row;     /* (unowned) */
  GtkCheckButton *at;             /* (unowned) */
  GtkEditable *day;               /* (unowned) */
  GtkEditable *time;              /* (unowned) */
  GtkMenuButton *calendar_button; /* (unowned) */
  GtkCalendar *calendar;          /* (unowned) */
  GtkWidget *warning;             /* (unowned) */
  GtkLabel *warning_words;        /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonWhenGroup, ion_when_group, ION_TYPE_DRAFT_GROUP)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Returns: the moment in the two fields, or 0 where they make none */
static gint64
read_moment (IonWhenGroup *self)
{
  g_autofree char *text = g_strdup_printf ("%s ore %s", gtk_editable_get_text (self->day),
                                           gtk_editable_get_text (self->time));
  gint64 utc = 0;

  if (*gtk_editable_get_text (self->time) == '\0' ||
      !ion_moment_parse (text, ION_DAY_START, &utc, NULL))
    return 0;
  return utc;
}

static void
tell (IonWhenGroup *self)
{
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (ION_DRAFT_GROUP (self)));
}

static void
moment_cb (IonWhenGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  IonDraft *draft;
  gint64 moment;

  if (ion_draft_group_is_refreshing (group))
    return;
  draft = ion_draft_group_get_draft (group);
  moment = read_moment (self);
  if (draft->send_at == moment)
    return;
  draft->send_at = moment;
  tell (self);
}

static void
set_moment (IonWhenGroup *self, gint64 utc)
{
  g_autofree char *text = ion_moment_format (utc);
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);

  gtk_editable_set_text (self->day, parts[0]);
  gtk_editable_set_text (self->time, parts[1] != NULL ? parts[1] : "");
}

/* What most mean who do not mean now: the next morning on which the office sends. */
static gint64
propose (IonDraftGroup *group)
{
  const IonSendFacts *facts = ion_draft_group_get_facts (group);
  IonDate date;
  gint64 morning;

  ion_moment_to_local (get_now (), &date, NULL, NULL, NULL);
  date = ion_date_add_days (&date, 1);
  morning = ion_moment_from_local (&date, 8, 30, 0);
  if (facts != NULL && ion_sending_hours_next (facts->hours, morning) < G_MAXINT64)
    morning = ion_sending_hours_next (facts->hours, morning);
  return morning;
}

static void
when_cb (IonWhenGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  IonDraft *draft;
  IonDraftWhen when = ION_DRAFT_SEND_NOW;

  if (ion_draft_group_is_refreshing (group))
    return;
  draft = ion_draft_group_get_draft (group);
  if (gtk_check_button_get_active (self->at))
    when = ION_DRAFT_SEND_AT;
  else if (gtk_check_button_get_active (self->in_hours))
    when = ION_DRAFT_SEND_IN_HOURS;
  if (when == draft->when)
    return;
  draft->when = when;
  if (when == ION_DRAFT_SEND_AT && draft->send_at == 0)
    draft->send_at = propose (group);
  tell (self);
}

static void
calendar_cb (IonWhenGroup *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%d/%m/%Y");

  if (ion_draft_group_is_refreshing (ION_DRAFT_GROUP (self)))
    return;
  gtk_editable_set_text (self->day, text);
  gtk_menu_button_popdown (self->calendar_button);
}

static char *
warn (IonDraftGroup *group, const IonDraft *draft)
{
  const IonSendFacts *facts = ion_draft_group_get_facts (group);
  IonSendTerms terms;
  IonSendPlan plan;

  if (draft->when == ION_DRAFT_SEND_AT && draft->send_at == 0)
    return g_strdup (_ ("Write the day as in 24/11/2026 and the time as in 08:30."));
  if (facts == NULL)
    return NULL;
  ion_send_facts_get_terms (facts, draft, &terms);
  ion_send_plan_compute (&plan, &terms);
  /* A moment does not depend on how many there are. */
  if (terms.people == 0)
    {
      terms.people = 1;
      ion_send_plan_compute (&plan, &terms);
    }
  return ion_send_plan_warn (&plan);
}

static void
show_hours (IonWhenGroup *self, const IonSendFacts *facts)
{
  g_autofree char *words = NULL;

  if (facts != NULL)
    words = g_strdup_printf (_ ("From %1$d:00 to %2$d:00, on the office's sending days"),
                             facts->hours->from_hour, facts->hours->to_hour);
  adw_action_row_set_subtitle (self->in_hours_row, words != NULL ? words : "");
}

static void
ion_when_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonWhenGroup *self = ION_WHEN_GROUP (group);
  gboolean is_at = draft->when == ION_DRAFT_SEND_AT;
  g_autofree char *words = warn (group, draft);

  gtk_check_button_set_active (self->now, draft->when == ION_DRAFT_SEND_NOW);
  gtk_check_button_set_active (self->in_hours, draft->when == ION_DRAFT_SEND_IN_HOURS);
  gtk_check_button_set_active (self->at, is_at);
  gtk_widget_set_visible (GTK_WIDGET (self->day), is_at);
  gtk_widget_set_visible (GTK_WIDGET (self->time), is_at);
  /* Half a date is left as it is being typed. */
  if (is_at && draft->send_at > 0 && read_moment (self) != draft->send_at)
    set_moment (self, draft->send_at);
  show_hours (self, facts);
  gtk_label_set_label (self->warning_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->warning, words != NULL);
}

static void
ion_when_group_class_init (IonWhenGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_when_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-when-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, now);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, in_hours);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, in_hours_row);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, at);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, day);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, time);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, calendar);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, warning);
  gtk_widget_class_bind_template_child (widget_class, IonWhenGroup, warning_words);
  gtk_widget_class_bind_template_callback (widget_class, when_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_cb);
}

static void
ion_when_group_init (IonWhenGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
