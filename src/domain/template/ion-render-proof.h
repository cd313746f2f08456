/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-known-value.h"
#include "ion-renderer.h"

G_BEGIN_DECLS

/* What a message would say of its payment. */
typedef struct
{
  gint64 amount;                                    /* cents; 0 = none */
  gint64 due_date;                                  /* UTC seconds; 0 = none */
  char notice_number[ION_NOTICE_NUMBER_LENGTH + 1]; /* "" = none */
} IonRenderedPayment;

/**
 * IonRenderProof:
 *
 * Tells of most rows that they can be rendered, without rendering them. For one thread.
 */
typedef struct _IonRenderProof IonRenderProof;

IonRenderProof *ion_render_proof_new (const IonRenderer *renderer);
void ion_render_proof_free (IonRenderProof *self);

gboolean ion_render_proof_holds (IonRenderProof *self,
                                 const IonFields *fields,
                                 const IonKnownValue *known,
                                 IonRenderedPayment *payment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonRenderProof, ion_render_proof_free)

G_END_DECLS
