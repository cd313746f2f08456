/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * When it leaves and how much at a time; what still stands in the way comes first.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-send-part.h"

#include "ion-depart-group.h"
#include "ion-draft-gaps.h"
#include "ion-format.h"
#include "ion-gaps-group.h"
#include "ion-pace-group.h"
#include "ion-when-group.h"

#include <glib/gi18n-lib.h>

struct _IonSendPart
{
  IonComposePart parent_instance;

  GtkBox *groups; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonSendPart, ion_send_part, ION_TYPE_COMPOSE_PART)

static char *
summarize (const IonDraft *draft, gint64 now)
{
  g_autofree char *moment = NULL;

  if (draft->when == ION_DRAFT_SEND_IN_HOURS)
    return g_strdup (_ ("Within the sending hours"));
  if (draft->when == ION_DRAFT_SEND_NOW)
    return g_strdup (_ ("At once"));
  moment = draft->send_at > 0 ? ion_format_moment (draft->send_at, now) : NULL;
  return g_steal_pointer (&moment);
}

static void
update (IonSendPart *self)
{
  IonComposePart *part = ION_COMPOSE_PART (self);
  IonDraftEditor *editor = ion_compose_part_get_editor (part);
  const IonDraft *draft = ion_draft_editor_get_draft (editor);
  const IonSendFacts *facts = ion_send_briefing_get_facts (ion_send_briefing_get (editor));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) gaps =
      ion_draft_list_gaps (draft, ion_draft_editor_get_prepare_error (editor), facts, now);
  g_autofree char *summary = summarize (draft, now);
  guint n_wrong = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < gaps->len; i++)
    n_wrong += ((IonDraftGap *) g_ptr_array_index (gaps, i))->place == ION_DRAFT_PLACE_SEND ? 1 : 0;
  words = g_strdup_printf (
      /* Translators: state of a part of a campaign: so many things to be mended */
      ngettext ("%u to mend", "%u to mend", n_wrong), n_wrong);
  if (n_wrong > 0)
    ion_compose_part_set_state (part, ION_PART_PROBLEM, words, summary);
  else if (gaps->len > 0 || facts == NULL || facts->campaign_id == NULL)
    /* Translators: state of a part of a campaign */
    ion_compose_part_set_state (part, ION_PART_TO_DO, _ ("To do"), summary);
  else
    /* Translators: state of a part of a campaign */
    ion_compose_part_set_state (part, ION_PART_READY, _ ("Ready"), summary);
}

static void
follow (IonSendPart *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
ion_send_part_constructed (GObject *object)
{
  IonSendPart *self = ION_SEND_PART (object);
  IonDraftEditor *editor = ion_compose_part_get_editor (ION_COMPOSE_PART (self));

  G_OBJECT_CLASS (ion_send_part_parent_class)->constructed (object);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ion_draft_group_set_editor (ION_DRAFT_GROUP (child), editor);
  follow (self, editor, "message-changed");
  follow (self, editor, "source-changed");
  follow (self, editor, "plan-changed");
  follow (self, editor, "prepared");
  follow (self, ion_send_briefing_get (editor), "changed");
  update (self);
}

/* The figures, and the time of day, may be old. */
static void
ion_send_part_shown (IonComposePart *part)
{
  IonDraftEditor *editor = ion_compose_part_get_editor (part);

  ion_draft_editor_prepare (editor);
  ion_send_briefing_refresh (ion_send_briefing_get (editor));
}

static void
ion_send_part_class_init (IonSendPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ION_TYPE_GAPS_GROUP);
  g_type_ensure (ION_TYPE_WHEN_GROUP);
  g_type_ensure (ION_TYPE_PACE_GROUP);
  g_type_ensure (ION_TYPE_DEPART_GROUP);
  G_OBJECT_CLASS (klass)->constructed = ion_send_part_constructed;
  ION_COMPOSE_PART_CLASS (klass)->shown = ion_send_part_shown;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-send-part.ui");
  gtk_widget_class_bind_template_child (widget_class, IonSendPart, groups);
}

static void
ion_send_part_init (IonSendPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
