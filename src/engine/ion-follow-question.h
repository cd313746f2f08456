/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-follow-run.h"

G_BEGIN_DECLS

/**
 * IonFollowQuestion:
 *
 * One message being asked about, from the permit to what is written down. Ends by itself, and has
 * its run go on; the run counts it among its active ones before that.
 */
typedef struct _IonFollowQuestion IonFollowQuestion;

/* @delivery: (transfer full). @service_id: of the run, which outlives it. */
IonFollowQuestion *
ion_follow_question_new (IonFollowRun *run, IonDelivery *delivery, const char *service_id);
void ion_follow_question_ask (IonFollowQuestion *question);
/* Not by the table's step but later: a person has to do something first. */
void ion_follow_question_put_off (IonFollowQuestion *question);
/* FALSE where there is nothing to put off. */
gboolean ion_follow_question_put_off_unclear (IonFollowRun *run);
/* For one that was set aside, and a run that is over. */
void ion_follow_question_free (gpointer data);

G_END_DECLS
