/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Below the phone: what the app would not show of this message, and what its e-mail copy holds.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-foot.h"

#include "ion-email-copy.h"
#include "ion-phone-text.h"

#include <glib/gi18n-lib.h>

struct _IonPhoneFoot
{
  GtkBox parent_instance;

  GtkLabel *notes;      /* (unowned) */
  GtkWidget *email;     /* (unowned) */
  GtkLabel *email_copy; /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPhoneFoot, ion_phone_foot, GTK_TYPE_BOX)

static void
show_notes (IonPhoneFoot *self, guint unseen, gboolean is_readable)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *lines = NULL;

  if (!is_readable)
    g_ptr_array_add (notes, (char *) _ ("IO would show a warning in the place of this message: its "
                                        "buttons cannot be read."));
  if (unseen & ION_PHONE_UNSEEN_TABLE)
    g_ptr_array_add (notes, (char *) _ ("IO does not show tables: what stands in them is lost."));
  if (unseen & ION_PHONE_UNSEEN_STRIKETHROUGH)
    g_ptr_array_add (notes, (char *) _ ("IO does not show struck-through text: it is lost."));
  if (unseen & ION_PHONE_UNSEEN_IMAGE_ADDRESS)
    g_ptr_array_add (notes, (char *) _ ("IO loads pictures from their address; here only their "
                                        "description is shown."));
  g_ptr_array_add (notes, NULL);
  lines = g_strjoinv ("\n", (char **) notes->pdata);
  gtk_label_set_label (self->notes, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *lines != '\0');
}

static void
show_email (IonPhoneFoot *self, const IonMessage *message)
{
  g_autofree char *copy = NULL;

  gtk_widget_set_visible (self->email, message != NULL);
  if (message == NULL)
    return;
  if (message->secure)
    {
      gtk_label_set_label (self->email_copy,
                           _ ("Nothing: no e-mail copy is made of a sensitive service."));
      return;
    }
  copy = ion_email_copy_new (message->markdown);
  gtk_label_set_label (self->email_copy, copy);
}

static void
ion_phone_foot_class_init (IonPhoneFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/phone/ion-phone-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPhoneFoot, notes);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneFoot, email);
  gtk_widget_class_bind_template_child (widget_class, IonPhoneFoot, email_copy);
}

static void
ion_phone_foot_init (IonPhoneFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ion_phone_foot_show (IonPhoneFoot *self,
                     const IonMessage *message,
                     guint unseen,
                     gboolean is_readable)
{
  g_return_if_fail (ION_IS_PHONE_FOOT (self));

  show_notes (self, unseen, is_readable);
  show_email (self, message);
}
