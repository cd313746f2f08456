/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Who did what, when, for what purpose.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-journal-page.h"

struct _IonJournalPage
{
  IonPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IonJournalPage, ion_journal_page, ION_TYPE_PAGE)

static void
ion_journal_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (ion_journal_page_parent_class)->dispose (object);
}

static void
ion_journal_page_class_init (IonJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ion_journal_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/comune/IONotifier/journal/"
                                               "ion-journal-page.ui");
}

static void
ion_journal_page_init (IonJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
