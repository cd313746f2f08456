/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The key goes straight to the printer: no file of ours ever holds it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-recovery-sheet.h"

#include "ion-office.h"

#include <glib/gi18n-lib.h>

#define MARGIN 36 /* points */

char *
ion_recovery_sheet_get_markup (const char *office_name, const char *key)
{
  return g_markup_printf_escaped ("<span size=\"18pt\" "
                                  "weight=\"bold\">%s</span>\n\n%s\n\n%s\n\n<span size=\"16pt\" "
                                  "font_family=\"monospace\">%s</span>\n\n%s",
                                  _ ("Recovery key of IO Notifier"), office_name,
                                  _ ("Whoever has this key and this office's data can read them: "
                                     "lock it away, apart from the "
                                     "computer. It is needed when the computer's keyring is lost."),
                                  key,
                                  _ ("To use it: start IO Notifier; where it says that the key of "
                                     "the data is missing, type "
                                     "this one."));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const char *markup)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) - 2 * MARGIN;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
  cairo_move_to (cairo, MARGIN, MARGIN);
  pango_cairo_show_layout (cairo, layout);
}

static void
wipe (gpointer markup, GClosure *closure)
{
  ion_wipe_free (markup);
}

gboolean
ion_recovery_sheet_print (GtkWindow *parent,
                          const char *office_name,
                          const char *key,
                          GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  g_return_val_if_fail (office_name != NULL && key != NULL, FALSE);

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Recovery key of IO Notifier"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         ion_recovery_sheet_get_markup (office_name, key), wipe, 0);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
