/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Reminder and payment as the app draws them below the text.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-bill.h"

#include "ion-amount.h"
#include "ion-moment.h"

#include <glib/gi18n-lib.h>

struct _IonPhoneBill
{
  GtkWidget parent_instance;

  GtkWidget *reminder; /* (unowned) */
  GtkLabel *due;       /* (unowned) */
  GtkWidget *payment;  /* (unowned) */
  GtkLabel *amount;    /* (unowned) */
  GtkLabel *notice;    /* (unowned) */
  GtkLabel *expiry;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPhoneBill, ion_phone_bill, GTK_TYPE_WIDGET)

static void
set_reminder (IonPhoneBill *self, const IonMessage *message, const char *language)
{
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;
  IonDate date;
  int hour, minute, second;

  gtk_widget_set_visible (self->reminder, message->due_date > 0);
  if (message->due_date <= 0)
    return;
  ion_moment_to_local (message->due_date, &date, &hour, &minute, &second);
  day = ion_date_format (&date, language, TRUE);
  /* The end of the day is what the platform's guide writes where there is no hour. */
  if (hour == 23 && minute == 59)
    sentence = g_strdup_printf (_ ("Due on %s"), day);
  else
    /* Translators: a day and an hour: "Due on 31 December 2026, 18:30" */
    sentence = g_strdup_printf (_ ("Due on %1$s, %2$02d:%3$02d"), day, hour, minute);
  gtk_label_set_label (self->due, sentence);
}

/* In groups of four, as it is read aloud. */
static char *
group_digits (const char *number)
{
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; number[i] != '\0'; i++)
    g_string_append_printf (grouped, "%s%c", i > 0 && i % 4 == 0 ? " " : "", number[i]);
  return g_string_free (grouped, FALSE);
}

static void
set_payment (IonPhoneBill *self, const IonMessage *message, const char *language)
{
  g_autofree char *amount = NULL;
  g_autofree char *number = NULL;
  g_autofree char *notice = NULL;

  gtk_widget_set_visible (self->payment, message->amount > 0);
  if (message->amount <= 0)
    return;
  amount = ion_amount_format (message->amount, language);
  number = group_digits (message->notice_number != NULL ? message->notice_number : "");
  notice = g_strdup_printf (_ ("Notice number %s"), number);
  gtk_label_set_label (self->amount, amount);
  gtk_label_set_label (self->notice, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->expiry),
                          message->due_date > 0 && message->invalid_after_due_date);
}

void
ion_phone_bill_set_message (IonPhoneBill *self, const IonMessage *message)
{
  const char *language = message->language != NULL ? message->language : "it";

  g_return_if_fail (ION_IS_PHONE_BILL (self));

  set_reminder (self, message, language);
  set_payment (self, message, language);
  gtk_widget_set_visible (GTK_WIDGET (self), message->due_date > 0 || message->amount > 0);
}

static void
ion_phone_bill_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_phone_bill_parent_class)->dispose (object);
}

static void
ion_phone_bill_class_init (IonPhoneBillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_phone_bill_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/phone/ion-phone-bill.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, reminder);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, due);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, payment);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, amount);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, notice);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneBill, expiry);
}

static void
ion_phone_bill_init (IonPhoneBill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
