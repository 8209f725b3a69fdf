package dev.gatehouse.pulumi.picture;

import dev.gatehouse.pulumi.picture.Lanes.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Is where everything is drawn. */
record Layout(Map<Group, Area> frames, Places boxes, Map<Arrow, List<Point>> lines, Area whole) {
  private static final int MARGIN = 24;
  private static final int CORRIDOR = 14;

  /** Is a point, in pixels from the top left. */
  record Point(int x, int y) {}

  static Layout of(Account account) {
    return new Router(account).layout();
  }

  private static final class Router {
    private final Account account;
    private final Map<Group, Area> level;
    private final Rows rows;
    private final Ports ports;
    private final List<Arrow> far;
    private final int edge;

    Router(Account account) {
      this.account = account;
      this.rows = new Rows(account);
      this.level = rows.frames();
      this.ports = new Ports(account.arrows(), rows.boxes(level));
      this.far = account.arrows().stream().filter(Router::isFar).toList();
      this.edge = level.values().stream().mapToInt(Area::right).max().orElse(0);
    }

    Layout layout() {
      List<Stretch> stretches =
          account.arrows().stream().flatMap(it -> level(it).stream()).toList();
      Lanes lanes = new Lanes(stretches);
      Frames frames = new Frames(level, lanes);
      Places placed = rows.boxes(frames.stacked());
      Map<Arrow, List<Point>> lines = new LinkedHashMap<>();
      for (Arrow arrow : account.arrows()) {
        lines.put(arrow, line(arrow, placed, frames, lanes));
      }
      int width = edge + far.size() * CORRIDOR + MARGIN;
      return new Layout(
          frames.stacked(), placed, lines, new Area(0, 0, width, frames.bottom() + 2 * MARGIN));
    }

    /** An arrow over more than one row goes round all of them, at the right. */
    private List<Stretch> level(Arrow arrow) {
      int from = arrow.from().group().row;
      int to = arrow.to().group().row;
      int start = ports.of(arrow, false);
      int end = ports.of(arrow, true);
      if (!isFar(arrow)) {
        return List.of(Stretch.of(arrow, from > to ? to : from, start, end));
      }
      int round = corridor(arrow);
      return List.of(
          Stretch.of(arrow, from > to ? from - 1 : from, start, round),
          Stretch.of(arrow, from > to ? to : to - 1, round, end));
    }

    private List<Point> line(Arrow arrow, Places placed, Frames frames, Lanes lanes) {
      int start = ports.of(arrow, false);
      int end = ports.of(arrow, true);
      List<Point> line = new ArrayList<>();
      line.add(new Point(start, side(placed, arrow.from(), arrow.to())));
      int x = start;
      List<Stretch> level = level(arrow);
      for (int i = 0; i < level.size(); i++) {
        int y = frames.lane(level.get(i).row(), lanes.laneOf(level.get(i)));
        line.add(new Point(x, y));
        x = i + 1 < level.size() ? corridor(arrow) : end;
        line.add(new Point(x, y));
      }
      line.add(new Point(end, side(placed, arrow.to(), arrow.from())));
      return line;
    }

    /** Returns how far down the edge of the box is that looks to the other. */
    private static int side(Places placed, Box box, Box other) {
      Area area = placed.of(box);
      return box.group().row > other.group().row ? area.y() : area.bottom();
    }

    private int corridor(Arrow arrow) {
      return edge + (far.indexOf(arrow) + 1) * CORRIDOR;
    }

    private static boolean isFar(Arrow arrow) {
      return Math.abs(arrow.from().group().row - arrow.to().group().row) > 1;
    }
  }
}
