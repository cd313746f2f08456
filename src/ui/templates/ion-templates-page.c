/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Templates: the starters and the office's own.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-templates-page.h"

#include "ion-banner.h"
#include "ion-template-acts.h"
#include "ion-template-tile.h"

struct _IonTemplatesPage
{
  IonPage parent_instance;

  IonBanner *banner;         /* (unowned) */
  GtkWidget *own_box;        /* (unowned) */
  GtkWidget *starter_box;    /* (unowned) */
  GtkFlowBox *own_tiles;     /* (unowned) */
  GtkFlowBox *starter_tiles; /* (unowned) */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonTemplatesPage, ion_templates_page, ION_TYPE_PAGE)

static void
clear (GtkFlowBox *tiles)
{
  GtkWidget *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (tiles))) != NULL)
    gtk_flow_box_remove (tiles, tile);
}

static void
show_cards (IonTemplatesPage *self, GPtrArray *cards)
{
  guint n_own = 0;

  clear (self->own_tiles);
  clear (self->starter_tiles);
  for (guint i = 0; i < cards->len; i++)
    {
      const IonTemplateCard *card = g_ptr_array_index (cards, i);

      gtk_flow_box_append (card->is_own ? self->own_tiles : self->starter_tiles,
                           ion_template_tile_new (card));
      n_own += card->is_own;
    }
  gtk_widget_set_visible (self->own_box, n_own > 0);
  gtk_widget_set_visible (self->starter_box, cards->len > n_own);
}

static void
say (GtkWidget *widget, const char *sentence)
{
  ion_banner_say (ION_TEMPLATES_PAGE (widget)->banner, sentence);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplatesPage *self = ION_TEMPLATES_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  say (GTK_WIDGET (self), sentence);
  if (cards != NULL)
    show_cards (self, cards);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_list_template_cards (office, error);
}

static void
reload (IonTemplatesPage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, load, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, NULL);
}

static void
import_cb (IonTemplatesPage *self)
{
  ion_template_act_import (GTK_WIDGET (self), ion_page_get_desk (ION_PAGE (self)), say);
}

static void
ion_templates_page_shown (IonPage *page)
{
  reload (ION_TEMPLATES_PAGE (page));
}

static void
ion_templates_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (ion_templates_page_parent_class)->constructed (object);
  g_signal_connect_object (ion_page_get_desk (ION_PAGE (object)), "office-changed",
                           G_CALLBACK (reload), object, G_CONNECT_SWAPPED);
}

static void
ion_templates_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_TEMPLATES_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_templates_page_parent_class)->dispose (object);
}

static void
ion_templates_page_finalize (GObject *object)
{
  g_clear_object (&ION_TEMPLATES_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_templates_page_parent_class)->finalize (object);
}

static void
ion_templates_page_class_init (IonTemplatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_templates_page_constructed;
  object_class->dispose = ion_templates_page_dispose;
  object_class->finalize = ion_templates_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_templates_page_shown;

  g_type_ensure (ION_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/templates/"
                                                             "ion-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTemplatesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatesPage, own_box);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatesPage, starter_box);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatesPage, own_tiles);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatesPage, starter_tiles);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ion_templates_page_init (IonTemplatesPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
