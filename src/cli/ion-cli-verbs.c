/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The list of all verbs, in the order of the help. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-verb-list.h"

static const IonCliVerb *const verbs[] = {
  &ion_verb_office_init,      &ion_verb_office_show,
  &ion_verb_office_set,       &ion_verb_office_stop,
  &ion_verb_office_start,     &ion_verb_office_test_recipients,
  &ion_verb_office_backup,    &ion_verb_office_recovery_key,
  &ion_verb_office_restore,   &ion_verb_status,
  &ion_verb_service_add,      &ion_verb_service_list,
  &ion_verb_service_show,     &ion_verb_service_set_key,
  &ion_verb_service_check,    &ion_verb_service_remove,
  &ion_verb_template_add,     &ion_verb_template_list,
  &ion_verb_template_show,    &ion_verb_template_check,
  &ion_verb_template_export,  &ion_verb_template_remove,
  &ion_verb_recipients_check, &ion_verb_recipients_read,
  &ion_verb_campaign_new,     &ion_verb_campaign_list,
  &ion_verb_campaign_show,    &ion_verb_campaign_preview,
  &ion_verb_campaign_check,   &ion_verb_campaign_reach,
  &ion_verb_campaign_send,    &ion_verb_campaign_pause,
  &ion_verb_campaign_resume,  &ion_verb_campaign_cancel,
  &ion_verb_campaign_follow,  &ion_verb_campaign_resolve,
  &ion_verb_campaign_retry,   &ion_verb_campaign_export,
  &ion_verb_campaign_purge,   &ion_verb_journal_show,
  &ion_verb_person_show,      &ion_verb_person_forget,
  &ion_verb_message_send,     &ion_verb_run,
  &ion_verb_practice_serve,   NULL,
};

const IonCliVerb *const *
ion_cli_list_verbs (void)
{
  return verbs;
}
