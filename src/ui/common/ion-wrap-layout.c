/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A row of an issue is one line on a desk and two on a narrow window, without two sets of widgets.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-wrap-layout.h"

struct _IonWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (IonWrapLayout, ion_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Children that share a line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable): the one after the last */
  int width;      /* natural, with the spaces between */
  int n_expand;
  int n;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
get_natural (GtkWidget *child, int available)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return available < 0 ? natural : MAX (least, MIN (natural, available));
}

/* Returns: whether there is another line from @child on */
static gboolean
take_line (IonWrapLayout *self, GtkWidget *child, int available, Line *line)
{
  *line = (Line){ child, NULL, 0, 0, 0 };
  for (; child != NULL; child = next_shown (child))
    {
      int width = get_natural (child, available);

      if (line->n > 0 && available >= 0 && line->width + self->spacing + width > available)
        break;
      line->width += width + (line->n > 0 ? self->spacing : 0);
      line->n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      line->n++;
    }
  line->end = child;
  return line->first != NULL;
}

/* Returns: how much wider than its natural width @child is in its line */
static int
get_share (GtkWidget *child, const Line *line, int available)
{
  if (line->n_expand == 0 || !gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return 0;
  return MAX (0, available - line->width) / line->n_expand;
}

static int
get_line_height (const Line *line, int available, gboolean is_natural)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (child))
    {
      int width = get_natural (child, available);
      int least, natural;

      if (available >= 0)
        width += get_share (child, line, available);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
      height = MAX (height, is_natural ? natural : least);
    }
  return height;
}

static void
measure_width (IonWrapLayout *self, GtkWidget *widget, int *least, int *natural)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  Line line;

  take_line (self, child, -1, &line);
  *natural = line.width;
  *least = 0;
  for (; child != NULL; child = next_shown (child))
    {
      int child_least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, NULL, NULL, NULL);
      *least = MAX (*least, child_least);
    }
}

static void
measure_height (IonWrapLayout *self, GtkWidget *widget, int available, int *least, int *natural)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  Line line;

  *least = *natural = 0;
  while (take_line (self, child, available, &line))
    {
      int space =
          line.first != skip_hidden (gtk_widget_get_first_child (widget)) ? self->line_spacing : 0;

      *least += space + get_line_height (&line, available, FALSE);
      *natural += space + get_line_height (&line, available, TRUE);
      child = line.end;
    }
}

static void
ion_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  IonWrapLayout *self = ION_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
allocate_line (IonWrapLayout *self, const Line *line, int available, int y, int height)
{
  const gboolean is_mirrored = gtk_widget_get_direction (line->first) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (child))
    {
      int width = get_natural (child, available) + get_share (child, line, available);
      GtkAllocation place = { is_mirrored ? available - x - width : x, y, width, height };

      gtk_widget_size_allocate (child, &place, -1);
      x += width + self->spacing;
    }
}

static void
ion_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  IonWrapLayout *self = ION_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;
  Line line;

  while (take_line (self, child, width, &line))
    {
      /* A line alone has all the height there is, so that its children may be centred in it. */
      int line_height = y == 0 && line.end == NULL ? height : get_line_height (&line, width, TRUE);

      allocate_line (self, &line, width, y, line_height);
      y += line_height + self->line_spacing;
      child = line.end;
    }
}

static GtkSizeRequestMode
ion_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ion_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonWrapLayout *self = ION_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_LINE_SPACING)
    g_value_set_int (value, self->line_spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonWrapLayout *self = ION_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_LINE_SPACING)
    self->line_spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_wrap_layout_class_init (IonWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ion_wrap_layout_get_property;
  object_class->set_property = ion_wrap_layout_set_property;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 1000, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  layout_class->measure = ion_wrap_layout_measure;
  layout_class->allocate = ion_wrap_layout_allocate;
  layout_class->get_request_mode = ion_wrap_layout_get_request_mode;
}

static void
ion_wrap_layout_init (IonWrapLayout *self)
{
}
