package dev.gatehouse.pulumi.picture;

import dev.gatehouse.pulumi.picture.Layout.Point;
import java.util.List;
import java.util.Locale;

/** Draws a layout as SVG. */
final class Drawing {
  private static final int ROUND = 6;
  private static final int HEAD = 7;
  private static final int LINE = 17;

  private final Layout layout;
  private final Svg svg;

  private Drawing(Layout layout, String style) {
    this.layout = layout;
    this.svg =
        new Svg(
            layout.whole().width(),
            layout.whole().height(),
            "The AWS account of Gatehouse",
            "Boxes are what the account holds, group by group; an arrow leads from what acts to"
                + " what it acts on.",
            style);
  }

  static String of(Layout layout, String style) {
    return new Drawing(layout, style).drawn();
  }

  private String drawn() {
    Area whole = layout.whole();
    svg.add(
        "rect", "class", "page", "width", whole.width(), "height", whole.height(), "rx", 2 * ROUND);
    layout.frames().forEach(this::frame);
    layout.lines().forEach(this::arrow);
    layout.boxes().areas().forEach(this::box);
    legend();
    return svg.done();
  }

  private void frame(Group group, Area it) {
    rect("frame " + name(group), it, 2 * ROUND);
    int x = it.x() + Rows.GUTTER / 2 + 5;
    int y = it.y() + it.height() / 2;
    svg.text(
        group.title,
        "class",
        "group " + name(group),
        "transform",
        "translate(%d %d) rotate(-90)".formatted(x, y));
  }

  private void box(Box box, Area it) {
    rect("box %s%s".formatted(name(box.group()), box.foreign() ? " foreign" : ""), it, ROUND);
    int lines = 1 + (box.label().isEmpty() ? 0 : 1) + (box.detail().isEmpty() ? 0 : 1);
    int y = it.y() + (it.height() - lines * LINE) / 2 + LINE - 4;
    svg.text(box.title(), "class", "title", "x", it.middle(), "y", y);
    for (String line : List.of(box.label(), box.detail())) {
      if (!line.isEmpty()) {
        y += LINE;
        svg.text(line, "class", "line", "x", it.middle(), "y", y);
      }
    }
    if (box.locked()) {
      lock(it.right() - 18, it.y() + 7);
    }
  }

  private void arrow(Arrow arrow, List<Point> line) {
    Point end = line.get(line.size() - 1);
    int down = end.y() > line.get(line.size() - 2).y() ? 1 : -1;
    String group = name(arrow.from().group());
    svg.add("path", "class", "arrow " + group, "d", path(line, down * HEAD));
    svg.add(
        "path",
        "class",
        "head " + group,
        "d",
        "M%d %dl-4 %dh8z".formatted(end.x(), end.y(), -down * HEAD));
  }

  /** Draws all but the last pixels, which the head covers, and rounds the corners. */
  private static String path(List<Point> line, int head) {
    StringBuilder path = new StringBuilder();
    Point first = line.get(0);
    path.append("M%d %d".formatted(first.x(), first.y()));
    for (int i = 1; i < line.size() - 1; i++) {
      Point corner = line.get(i);
      Point before = towards(corner, line.get(i - 1));
      Point after = towards(corner, line.get(i + 1));
      path.append(
          "L%d %dQ%d %d %d %d"
              .formatted(before.x(), before.y(), corner.x(), corner.y(), after.x(), after.y()));
    }
    Point last = line.get(line.size() - 1);
    return path.append("L%d %d".formatted(last.x(), last.y() - head)).toString();
  }

  private static Point towards(Point corner, Point other) {
    int dx = other.x() - corner.x();
    int dy = other.y() - corner.y();
    int step = Math.min(ROUND, (Math.abs(dx) + Math.abs(dy)) / 2);
    return new Point(
        corner.x() + Integer.signum(dx) * step, corner.y() + Integer.signum(dy) * step);
  }

  private void legend() {
    int y = layout.whole().height() - 18;
    lock(24, y - 12);
    svg.text("kept from being deleted", "class", "legend", "x", 42, "y", y);
    svg.add(
        "rect",
        "class",
        "box foreign people",
        "x",
        200,
        "y",
        y - 12,
        "width",
        22,
        "height",
        14,
        "rx",
        3);
    svg.text("not made by the stack", "class", "legend", "x", 230, "y", y);
  }

  private void lock(int x, int y) {
    svg.add("path", "class", "shackle", "d", "M%d %dv-2a3 3 0 0 1 6 0v2".formatted(x + 2, y + 6));
    svg.add("rect", "class", "lock", "x", x, "y", y + 6, "width", 10, "height", 7, "rx", 1.5);
  }

  private void rect(String css, Area it, int round) {
    svg.add(
        "rect",
        "class",
        css,
        "x",
        it.x(),
        "y",
        it.y(),
        "width",
        it.width(),
        "height",
        it.height(),
        "rx",
        round);
  }

  private static String name(Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }
}
