/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A line of the journal in words, made when it comes on screen.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-journal-item.h"

#include "ion-format.h"
#include "ion-journal-words.h"

enum
{
  PROP_0,
  PROP_WHEN,
  PROP_WHO,
  PROP_WHAT,
  PROP_OBJECT,
  PROP_PURPOSE,
  PROP_BY_LINE,
  N_PROPS,
};

struct _IonJournalItem
{
  GObject parent_instance;

  char *texts[N_PROPS]; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonJournalItem, ion_journal_item, G_TYPE_OBJECT)

static const char *const names[N_PROPS] = {
  NULL, "when", "who", "what", "object", "purpose", "by-line",
};

static GParamSpec *props[N_PROPS];

static void
ion_journal_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id > PROP_0 && id < N_PROPS)
    g_value_set_string (value, ION_JOURNAL_ITEM (object)->texts[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_journal_item_finalize (GObject *object)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_free (ION_JOURNAL_ITEM (object)->texts[i]);
  G_OBJECT_CLASS (ion_journal_item_parent_class)->finalize (object);
}

static void
ion_journal_item_class_init (IonJournalItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_journal_item_get_property;
  object_class->finalize = ion_journal_item_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    props[i] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_journal_item_init (IonJournalItem *self)
{
}

IonJournalItem *
ion_journal_item_new (const IonJournalLine *line)
{
  IonJournalItem *self = g_object_new (ION_TYPE_JOURNAL_ITEM, NULL);
  const char *purpose = line->entry->purpose;

  self->texts[PROP_WHEN] = ion_format_moment (line->entry->at, g_get_real_time () / G_USEC_PER_SEC);
  self->texts[PROP_WHO] = g_strdup (line->entry->who);
  self->texts[PROP_WHAT] = g_strdup (ion_journal_action_get_label (line->entry->action));
  self->texts[PROP_OBJECT] = ion_journal_line_tell_object (line);
  self->texts[PROP_PURPOSE] = g_strdup (purpose != NULL ? purpose : "");
  self->texts[PROP_BY_LINE] =
      g_strdup_printf ("%s · %s", self->texts[PROP_WHEN], self->texts[PROP_WHO]);
  return self;
}
