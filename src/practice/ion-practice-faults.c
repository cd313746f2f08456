/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* Trouble on demand: what an office fears most can be rehearsed, and what the program promises can
 * be tested, only if the platform fails when it is told to.
 */

#define G_LOG_DOMAIN "ion-practice"

#include "config.h"

#include "ion-practice-faults.h"

#include "ion-practice.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  IonPracticeFault fault;
  int call;     /* IonPracticeCall, or -1 = any that it makes sense for */
  double share; /* where left is -1 */
  gint64 left;  /* how many more calls; -1 = by share */
} Rule;

struct _IonPracticeFaults
{
  GArray *rules; /* (owned) (element-type Rule) */
  GRand *rand;   /* (owned) */
};

static const struct
{
  const char *name;
  IonPracticeFault fault;
  gboolean messages_only;
  const char *description;
} kinds[] = {
  { "401", ION_PRACTICE_FAULT_401, FALSE, N_ ("the gateway refuses the key") },
  { "403", ION_PRACTICE_FAULT_403, FALSE, N_ ("the sender is not allowed") },
  { "403-recipient", ION_PRACTICE_FAULT_403_RECIPIENT, FALSE, N_ ("the recipient is not allowed") },
  { "404", ION_PRACTICE_FAULT_404, FALSE, N_ ("nothing is at this address") },
  { "408", ION_PRACTICE_FAULT_408, FALSE, N_ ("the gateway gave up waiting: nothing was queued") },
  { "413", ION_PRACTICE_FAULT_413, FALSE, N_ ("the message is too large for the gateway") },
  { "429", ION_PRACTICE_FAULT_429, FALSE, N_ ("too many requests") },
  { "500", ION_PRACTICE_FAULT_500, FALSE, N_ ("the platform fails before it queues the message") },
  { "500-raw", ION_PRACTICE_FAULT_500_RAW, FALSE,
    N_ ("a failure that does not say whether the message was queued: it was not") },
  { "502", ION_PRACTICE_FAULT_502, FALSE,
    N_ ("the gateway loses the answer: the message was queued") },
  { "slow", ION_PRACTICE_FAULT_SLOW, FALSE, N_ ("the answer takes five seconds") },
  { "accepted-then-lost", ION_PRACTICE_FAULT_ACCEPTED_THEN_LOST, TRUE,
    N_ ("the message is queued, the connection closes without an answer") },
  { "truncated", ION_PRACTICE_FAULT_TRUNCATED, FALSE,
    N_ ("the message is queued, the connection closes in the middle of the answer") },
  { "absurd-json", ION_PRACTICE_FAULT_ABSURD_JSON, FALSE,
    N_ ("the message is queued, the answer is no JSON") },
  { "no-id", ION_PRACTICE_FAULT_NO_ID, TRUE, N_ ("the message is queued, the answer has no id") },
  { "redirect", ION_PRACTICE_FAULT_REDIRECT, FALSE, N_ ("the answer leads elsewhere") },
  { "portal", ION_PRACTICE_FAULT_PORTAL, FALSE,
    N_ ("a login page answers in the platform's place") },
  { "reset-before", ION_PRACTICE_FAULT_RESET_BEFORE, FALSE,
    N_ ("the connection closes and nothing was queued") },
};

/**
 * ion_practice_list_faults:
 *
 * Returns: (transfer none) (array zero-terminated=1): a line each, beginning with the kind
 */
const char *const *
ion_practice_list_faults (void)
{
  static char **lines = NULL;

  if (g_once_init_enter (&lines))
    {
      char **made = g_new0 (char *, G_N_ELEMENTS (kinds) + 1);

      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        made[i] = g_strdup_printf ("%s: %s", kinds[i].name, _ (kinds[i].description));
      g_once_init_leave (&lines, made);
    }

  return (const char *const *) lines;
}

IonPracticeFaults *
ion_practice_faults_new (guint seed)
{
  IonPracticeFaults *self = g_new0 (IonPracticeFaults, 1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->rand = g_rand_new_with_seed (seed);

  return self;
}

void
ion_practice_faults_free (IonPracticeFaults *self)
{
  g_array_unref (self->rules);
  g_rand_free (self->rand);
  g_free (self);
}

static gboolean
parse_kind (const char *text, Rule *rule)
{
  static const char *const calls[] = { "profiles", "messages", "status" };
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);

  rule->fault = ION_PRACTICE_FAULT_NONE;
  rule->call = -1;

  for (gsize i = 0; parts[0] != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (parts[0], kinds[i].name) == 0)
      {
        rule->fault = kinds[i].fault;
        rule->call = kinds[i].messages_only ? ION_PRACTICE_CALL_MESSAGES : -1;
      }

  if (rule->fault == ION_PRACTICE_FAULT_NONE || parts[1] == NULL)
    return rule->fault != ION_PRACTICE_FAULT_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    if (strcmp (parts[1], calls[i]) == 0)
      {
        rule->call = (int) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_share (const char *text, Rule *rule)
{
  char *end = NULL;

  if (text[0] == '#')
    {
      guint64 left = 0;

      rule->share = 0;
      if (!g_ascii_string_to_unsigned (text + 1, 10, 0, G_MAXINT32, &left, NULL))
        return FALSE;
      rule->left = (gint64) left;
      return TRUE;
    }

  rule->left = -1;
  rule->share = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (rule->share) && rule->share >= 0 &&
         rule->share <= 1;
}

static gboolean
parse (const char *text, Rule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  return g_strv_length (parts) == 2 && parse_kind (parts[0], rule) && parse_share (parts[1], rule);
}

gboolean
ion_practice_faults_set (IonPracticeFaults *self, const char *const *faults, GError **error)
{
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (gsize i = 0; faults != NULL && faults[i] != NULL; i++)
    {
      Rule rule;

      if (!parse (faults[i], &rule))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("“%s” is not a fault: write KIND=SHARE, with a share from 0 to 1, or "
                          "KIND=#COUNT."),
                       faults[i]);
          return FALSE;
        }
      g_array_append_val (rules, rule);
    }

  g_array_unref (self->rules);
  self->rules = g_steal_pointer (&rules);
  return TRUE;
}

IonPracticeFault
ion_practice_faults_draw (IonPracticeFaults *self, IonPracticeCall call)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      Rule *rule = &g_array_index (self->rules, Rule, i);

      if (call == ION_PRACTICE_CALL_OTHER || (rule->call >= 0 && rule->call != (int) call))
        continue;

      if (rule->left > 0)
        {
          rule->left--;
          return rule->fault;
        }
      if (rule->left < 0 && g_rand_double (self->rand) < rule->share)
        return rule->fault;
    }

  return ION_PRACTICE_FAULT_NONE;
}
