/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The blocks of a text, one below the other: those too many are hidden rather than destroyed, since
 * the next letter typed may need them again.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone-text-view.h"

#include "ion-phone-block-view.h"

struct _IonPhoneTextView
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (IonPhoneTextView, ion_phone_text_view, GTK_TYPE_BOX)

void
ion_phone_text_view_set_text (IonPhoneTextView *self, const IonPhoneText *text)
{
  GtkWidget *view;

  g_return_if_fail (ION_IS_PHONE_TEXT_VIEW (self));

  view = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < text->blocks->len; i++)
    {
      if (view == NULL)
        {
          view = ion_phone_block_view_new ();
          gtk_box_append (GTK_BOX (self), view);
        }
      ion_phone_block_view_set_block (ION_PHONE_BLOCK_VIEW (view),
                                      g_ptr_array_index (text->blocks, i));
      gtk_widget_set_visible (view, TRUE);
      view = gtk_widget_get_next_sibling (view);
    }
  for (; view != NULL; view = gtk_widget_get_next_sibling (view))
    gtk_widget_set_visible (view, FALSE);
}

static void
ion_phone_text_view_class_init (IonPhoneTextViewClass *klass)
{
}

static void
ion_phone_text_view_init (IonPhoneTextView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  /* Never without a child: an empty box has no height for width, and GTK remembers that beyond the
   * time at which the first paragraph comes; each would get the height of one line. */
  gtk_box_append (GTK_BOX (self), ion_phone_block_view_new ());
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), FALSE);
}
