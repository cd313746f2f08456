/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-cli-verb.h"

/* Every verb of the command, in the file named after it (close relatives share one). */
extern const IonCliVerb ion_verb_office_init;
extern const IonCliVerb ion_verb_office_show;
extern const IonCliVerb ion_verb_office_set;
extern const IonCliVerb ion_verb_office_stop;
extern const IonCliVerb ion_verb_office_start;
extern const IonCliVerb ion_verb_office_test_recipients;
extern const IonCliVerb ion_verb_office_backup;
extern const IonCliVerb ion_verb_office_recovery_key;
extern const IonCliVerb ion_verb_office_restore;
extern const IonCliVerb ion_verb_status;
extern const IonCliVerb ion_verb_service_add;
extern const IonCliVerb ion_verb_service_list;
extern const IonCliVerb ion_verb_service_show;
extern const IonCliVerb ion_verb_service_set_key;
extern const IonCliVerb ion_verb_service_check;
extern const IonCliVerb ion_verb_service_remove;
extern const IonCliVerb ion_verb_template_add;
extern const IonCliVerb ion_verb_template_list;
extern const IonCliVerb ion_verb_template_show;
extern const IonCliVerb ion_verb_template_check;
extern const IonCliVerb ion_verb_template_export;
extern const IonCliVerb ion_verb_template_remove;
extern const IonCliVerb ion_verb_recipients_check;
extern const IonCliVerb ion_verb_recipients_read;
extern const IonCliVerb ion_verb_campaign_new;
extern const IonCliVerb ion_verb_campaign_list;
extern const IonCliVerb ion_verb_campaign_show;
extern const IonCliVerb ion_verb_campaign_preview;
extern const IonCliVerb ion_verb_campaign_check;
extern const IonCliVerb ion_verb_campaign_reach;
extern const IonCliVerb ion_verb_campaign_send;
extern const IonCliVerb ion_verb_campaign_pause;
extern const IonCliVerb ion_verb_campaign_resume;
extern const IonCliVerb ion_verb_campaign_cancel;
extern const IonCliVerb ion_verb_campaign_follow;
extern const IonCliVerb ion_verb_campaign_resolve;
extern const IonCliVerb ion_verb_campaign_retry;
extern const IonCliVerb ion_verb_campaign_export;
extern const IonCliVerb ion_verb_campaign_purge;
extern const IonCliVerb ion_verb_journal_show;
extern const IonCliVerb ion_verb_person_show;
extern const IonCliVerb ion_verb_person_forget;
extern const IonCliVerb ion_verb_message_send;
extern const IonCliVerb ion_verb_run;
extern const IonCliVerb ion_verb_practice_serve;
