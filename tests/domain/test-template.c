/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "ion-template.h"

#include <locale.h>

static void
test_kinds (void)
{
  IonTemplateKind kind;

  for (int i = ION_TEMPLATE_NEWS; i <= ION_TEMPLATE_FREE; i++)
    {
      g_assert_true (ion_template_kind_from_name (ion_template_kind_to_name (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_cmpstr (ion_template_kind_to_name (ION_TEMPLATE_FOUND_ITEM), ==, "found-item");
  g_assert_false (ion_template_kind_from_name ("Payment", &kind));
  g_assert_false (ion_template_kind_from_name ("", &kind));
}

static void
test_new (void)
{
  g_autoptr (IonTemplate) template_ = ion_template_new ("Avviso", ION_TEMPLATE_NEWS);

  g_assert_cmpstr (template_->name, ==, "Avviso");
  g_assert_cmpstr (template_->main->subject, ==, "");
  g_assert_null (template_->main->language);
  g_assert_cmpuint (template_->variants->len, ==, 0);
  g_assert_false (ion_template_has_payment (template_));

  template_->amount = g_strdup ("{{importo}}");
  g_assert_true (ion_template_has_payment (template_));
}

static void
test_parts (void)
{
  g_autoptr (IonTemplateText) text = ion_template_text_new ("de");

  g_ptr_array_add (text->buttons,
                   ion_template_button_new ("Vai", NULL, "https://www.comune.example.it"));
  g_assert_cmpstr (text->language, ==, "de");
  g_assert_cmpuint (text->buttons->len, ==, 1);

  ion_template_free (NULL);
  ion_template_text_free (NULL);
  ion_template_button_free (NULL);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/kinds", test_kinds);
  g_test_add_func ("/template/new", test_new);
  g_test_add_func ("/template/parts", test_parts);

  return g_test_run ();
}
