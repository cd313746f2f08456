/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Fields as tags, drawn over their own source: braces become the tag's padding and the format is
 * hidden. Only the lines that changed are looked at again.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-field-buffer.h"

#include "ion-field-spans.h"

struct _IonFieldBuffer
{
  GtkSourceBuffer parent_instance;

  gboolean is_single_line;
  gboolean is_in_history; /* undo and redo restore exactly what was */
  gboolean is_moving;
  int last_offset;    /* of the cursor */
  GtkTextTag *field;  /* (unowned): the whole */
  GtkTextTag *edge;   /* (unowned): braces */
  GtkTextTag *hidden; /* (unowned): formats */
  GtkTextTag *marker; /* (unowned): what a condition begins and ends with */
};

G_DEFINE_FINAL_TYPE (IonFieldBuffer, ion_field_buffer, GTK_SOURCE_TYPE_BUFFER)

enum
{
  PROP_0,
  PROP_IS_SINGLE_LINE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
get_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
apply (GtkTextBuffer *buffer, GtkTextTag *tag, int line, gsize start, gsize end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_line_index (buffer, &from, line, (int) start);
  gtk_text_buffer_get_iter_at_line_index (buffer, &to, line, (int) end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

static void
draw_span (IonFieldBuffer *self, int line, const IonFieldSpan *span)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (span->type != ION_FIELD_SPAN_VALUE)
    {
      apply (buffer, self->marker, line, span->start, span->end);
      return;
    }
  apply (buffer, self->field, line, span->start, span->end);
  apply (buffer, self->edge, line, span->start, span->name_start);
  if (span->end - 2 > span->name_end)
    apply (buffer, self->hidden, line, span->name_end, span->end - 2);
  apply (buffer, self->edge, line, span->end - 2, span->end);
}

static void
draw_line (IonFieldBuffer *self, int line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *const tags[] = { self->field, self->edge, self->hidden, self->marker };
  g_autofree char *text = get_line (buffer, line);
  g_autoptr (GArray) spans = ion_field_spans_find (text, -1);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (buffer, tags[i], &start, &end);
  for (guint i = 0; i < spans->len; i++)
    draw_span (self, line, &g_array_index (spans, IonFieldSpan, i));
}

static void
draw_lines (IonFieldBuffer *self, int first, int last)
{
  for (int line = first; line <= last; line++)
    draw_line (self, line);
}

/* The field that @iter stands in: strictly, or also at its ends. */
static gboolean
find_field (IonFieldBuffer *self,
            const GtkTextIter *iter,
            gboolean with_ends,
            GtkTextIter *start,
            GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  int line = gtk_text_iter_get_line (iter);
  gsize at = (gsize) gtk_text_iter_get_line_index (iter);
  g_autofree char *text = get_line (buffer, line);
  g_autoptr (GArray) spans = ion_field_spans_find (text, -1);

  for (guint i = 0; i < spans->len; i++)
    {
      const IonFieldSpan *span = &g_array_index (spans, IonFieldSpan, i);

      if (span->type != ION_FIELD_SPAN_VALUE)
        continue;
      if (with_ends ? at < span->start || at > span->end : at <= span->start || at >= span->end)
        continue;
      gtk_text_buffer_get_iter_at_line_index (buffer, start, line, (int) span->start);
      gtk_text_buffer_get_iter_at_line_index (buffer, end, line, (int) span->end);
      return TRUE;
    }
  return FALSE;
}

static void
ion_field_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (buffer);
  g_autofree char *one_line = NULL;
  int first = gtk_text_iter_get_line (at);

  if (self->is_single_line)
    {
      one_line = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
      text = g_strdelimit (one_line, "\r\n\t", ' ');
      length = (int) strlen (one_line);
    }
  GTK_TEXT_BUFFER_CLASS (ion_field_buffer_parent_class)->insert_text (buffer, at, text, length);
  draw_lines (self, first, gtk_text_iter_get_line (at));
}

/* Part of a field is the whole of it. */
static void
ion_field_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (buffer);
  GtkTextIter from, to;

  if (!self->is_in_history)
    {
      gboolean cuts_start = find_field (self, start, FALSE, &from, &to);
      GtkTextIter other_from, other_to;
      gboolean cuts_end = find_field (self, end, FALSE, &other_from, &other_to);

      if (cuts_start)
        *start = from;
      if (cuts_end)
        *end = other_to;
    }
  GTK_TEXT_BUFFER_CLASS (ion_field_buffer_parent_class)->delete_range (buffer, start, end);
  draw_line (self, gtk_text_iter_get_line (start));
}

/* The cursor never stands within a field: it goes on the way that it came. */
static void
ion_field_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *at, GtkTextMark *mark)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (buffer);
  gboolean is_cursor = mark == gtk_text_buffer_get_insert (buffer);
  GtkTextIter start, end;

  GTK_TEXT_BUFFER_CLASS (ion_field_buffer_parent_class)->mark_set (buffer, at, mark);
  if (self->is_moving || self->is_in_history ||
      (!is_cursor && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  if (find_field (self, at, FALSE, &start, &end))
    {
      gboolean forward = gtk_text_iter_get_offset (at) > self->last_offset;

      self->is_moving = TRUE;
      gtk_text_buffer_move_mark (buffer, mark, forward ? &end : &start);
      self->is_moving = FALSE;
    }
  if (is_cursor)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &start, mark);
      self->last_offset = gtk_text_iter_get_offset (&start);
    }
}

static void
ion_field_buffer_undo (GtkTextBuffer *buffer)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (buffer);

  self->is_in_history = TRUE;
  GTK_TEXT_BUFFER_CLASS (ion_field_buffer_parent_class)->undo (buffer);
  self->is_in_history = FALSE;
}

static void
ion_field_buffer_redo (GtkTextBuffer *buffer)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (buffer);

  self->is_in_history = TRUE;
  GTK_TEXT_BUFFER_CLASS (ion_field_buffer_parent_class)->redo (buffer);
  self->is_in_history = FALSE;
}

static void
ion_field_buffer_constructed (GObject *object)
{
  IonFieldBuffer *self = ION_FIELD_BUFFER (object);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (object);

  G_OBJECT_CLASS (ion_field_buffer_parent_class)->constructed (object);
  self->field = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  self->edge = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.5, NULL);
  self->hidden = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  self->marker =
      gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.85, "style", PANGO_STYLE_ITALIC, NULL);
  ion_field_buffer_set_dark (self, FALSE);
}

static void
ion_field_buffer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_SINGLE_LINE)
    g_value_set_boolean (value, ION_FIELD_BUFFER (object)->is_single_line);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_field_buffer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_SINGLE_LINE)
    ION_FIELD_BUFFER (object)->is_single_line = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_field_buffer_class_init (IonFieldBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = ion_field_buffer_constructed;
  object_class->get_property = ion_field_buffer_get_property;
  object_class->set_property = ion_field_buffer_set_property;
  buffer_class->insert_text = ion_field_buffer_insert_text;
  buffer_class->delete_range = ion_field_buffer_delete_range;
  buffer_class->mark_set = ion_field_buffer_mark_set;
  buffer_class->undo = ion_field_buffer_undo;
  buffer_class->redo = ion_field_buffer_redo;

  props[PROP_IS_SINGLE_LINE] =
      g_param_spec_boolean ("is-single-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ion_field_buffer_init (IonFieldBuffer *self)
{
}

IonFieldBuffer *
ion_field_buffer_new (gboolean is_single_line)
{
  return g_object_new (ION_TYPE_FIELD_BUFFER, "is-single-line", is_single_line, NULL);
}

char *
ion_field_buffer_get_text (IonFieldBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ION_IS_FIELD_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}

void
ion_field_buffer_set_text (IonFieldBuffer *self, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (ION_IS_FIELD_BUFFER (self));

  buffer = GTK_TEXT_BUFFER (self);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
ion_field_buffer_replace_text (IonFieldBuffer *self, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (ION_IS_FIELD_BUFFER (self));

  buffer = GTK_TEXT_BUFFER (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* Blues of the platform's palette, readable on either ground. */
void
ion_field_buffer_set_dark (IonFieldBuffer *self, gboolean is_dark)
{
  /* Pango takes none at all for full. */
  static const GdkRGBA nothing = { 0, 0, 0, 0.001f };
  GdkRGBA ink, ground;

  g_return_if_fail (ION_IS_FIELD_BUFFER (self));

  gdk_rgba_parse (&ink, is_dark ? "#99c1f1" : "#1a5fb4");
  gdk_rgba_parse (&ground, is_dark ? "rgba(53,132,228,0.30)" : "rgba(53,132,228,0.16)");
  g_object_set (self->field, "foreground-rgba", &ink, "background-rgba", &ground, NULL);
  g_object_set (self->edge, "foreground-rgba", &nothing, NULL);
  g_object_set (self->marker, "foreground-rgba", &ink, NULL);
}

char *
ion_field_buffer_get_field_at (IonFieldBuffer *self, const GtkTextIter *iter)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ION_IS_FIELD_BUFFER (self), NULL);

  if (!find_field (self, iter, TRUE, &start, &end))
    return NULL;
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}
