/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* `template check`: what the platform or a citizen's phone would stumble over. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

#include "ion-cli-json.h"
#include "ion-template-catalog.h"

#include <glib/gi18n.h>

static void
print_json (const IonTemplate *template_, GPtrArray *remarks)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  ion_cli_json_add_text (builder, "name", template_->name);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTemplateRemark *remark = g_ptr_array_index (remarks, i);

      json_builder_begin_object (builder);
      ion_cli_json_add_text (builder, "code", remark->code);
      ion_cli_json_add_text (builder, "message", remark->message);
      ion_cli_json_add_bool (builder, "warning", remark->is_warning);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ion_cli_json_print (builder);
}

static IonTemplate *
find (const IonCli *cli, const char *name_or_file, IonResult *status)
{
  g_autoptr (IonOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  IonTemplate *template_;

  /* A file and a starter template need no office. */
  template_ = g_file_test (name_or_file, G_FILE_TEST_EXISTS)
                  ? ion_template_load_file (name_or_file, &error)
                  : ion_office_find_template (NULL, name_or_file, &error);
  if (template_ == NULL && g_error_matches (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_NOT_FOUND))
    {
      office = ion_cli_open_office (cli, status);
      if (office == NULL)
        return NULL;
      g_clear_error (&error);
      template_ = ion_office_find_template (office, name_or_file, &error);
    }
  if (template_ == NULL)
    *status = ion_cli_fail (cli, error);
  return template_;
}

static IonResult
run (const IonCli *cli, int n_arguments, char **arguments)
{
  IonResult status = ION_RESULT_DONE;
  g_autoptr (IonTemplate) template_ = find (cli, arguments[0], &status);
  g_autoptr (GPtrArray) remarks = NULL;

  if (template_ == NULL)
    return status;
  remarks = ion_template_check (template_, g_get_real_time () / G_USEC_PER_SEC);
  if (cli->json)
    print_json (template_, remarks);
  for (guint i = 0; i < remarks->len; i++)
    {
      const IonTemplateRemark *remark = g_ptr_array_index (remarks, i);

      if (!remark->is_warning)
        status = ION_RESULT_WAITS;
      if (!cli->json)
        ion_cli_print ("%s %s (%s)\n", remark->is_warning ? "!" : "✖", remark->message,
                       remark->code);
    }
  if (remarks->len == 0)
    ion_cli_note (cli, _ ("“%s” is in order."), template_->name);
  return status;
}

const IonCliVerb ion_verb_template_check = {
  .group = "template",
  .verb = "check",
  .arguments = "FILE|NAME",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_ ("Check a template: fields, formats, lengths, buttons, in every language"),
  .description = N_ ("The exit status is 3 where something must be mended before it can be sent."),
  .run = run,
};
