package dev.gatehouse.pulumi.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the boxes side by side, group by group, so that arrows cross as little as may be. */
final class Rows {
  static final int TITLE = 15;
  static final int TEXT = 12;
  private static final int MARGIN = 24;
  private static final int BESIDE = 18;
  private static final int PADDING = 16;

  /** At the left of a group, where its name stands upright. */
  static final int GUTTER = 32;

  private static final int SWEEPS = 8;

  private final Map<Group, List<Box>> groups = new EnumMap<>(Group.class);
  private final Set<Arrow> arrows;

  Rows(Account account) {
    this.arrows = account.arrows();
    account
        .boxes()
        .forEach(box -> groups.computeIfAbsent(box.group(), it -> new ArrayList<>()).add(box));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Places placed = boxes(frames());
      groups
          .values()
          .forEach(row -> row.sort(Comparator.comparingDouble(box -> pull(box, placed))));
    }
  }

  /** Returns the group's frames from left to right; how far down they are is not said yet. */
  Map<Group, Area> frames() {
    int full = rows().mapToInt(this::least).max().orElse(0);
    Map<Group, Area> frames = new EnumMap<>(Group.class);
    rows()
        .forEach(row -> {
          int spare = (full - least(row)) / row.size();
          int x = MARGIN;
          for (Group group : row) {
            int width = least(group) + spare;
            frames.put(group, new Area(x, 0, width, Frames.HEIGHT));
            x += width + MARGIN;
          }
        });
    return frames;
  }

  /** Returns the boxes inside these frames, spread evenly. */
  Places boxes(Map<Group, Area> frames) {
    Map<Box, Area> boxes = new LinkedHashMap<>();
    frames.forEach((group, frame) -> {
      List<Box> row = boxesOf(group);
      int room = frame.width() - GUTTER - PADDING - row.stream().mapToInt(Rows::width).sum();
      int beside = row.size() == 1 ? 0 : Math.min(room / (row.size() - 1), 4 * BESIDE);
      int x = frame.x() + GUTTER + (room - beside * (row.size() - 1)) / 2;
      for (Box box : row) {
        boxes.put(box, new Area(x, frame.y() + PADDING, width(box), frame.height() - 2 * PADDING));
        x += width(box) + beside;
      }
    });
    return new Places(boxes);
  }

  private Stream<List<Group>> rows() {
    return Stream.iterate(0, row -> row <= lastRow(), row -> row + 1)
        .map(row -> groups.keySet().stream().filter(group -> group.row == row).toList())
        .filter(row -> !row.isEmpty());
  }

  private int lastRow() {
    return groups.keySet().stream().mapToInt(group -> group.row).max().orElse(0);
  }

  private List<Box> boxesOf(Group group) {
    return groups.getOrDefault(group, List.of());
  }

  private int least(List<Group> row) {
    return row.stream().mapToInt(this::least).sum() + (row.size() - 1) * MARGIN;
  }

  private int least(Group group) {
    List<Box> row = boxesOf(group);
    return GUTTER + PADDING + row.stream().mapToInt(Rows::width).sum() + (row.size() - 1) * BESIDE;
  }

  private static int width(Box box) {
    int lock = box.locked() ? 2 * TEXT : 0;
    int text =
        Stream.of(
                Letters.width(box.title(), TITLE) + lock,
                Letters.width(box.label(), TEXT),
                Letters.width(box.detail(), TEXT))
            .mapToInt(it -> it)
            .max()
            .orElse(0);
    return text + 2 * TEXT;
  }

  /** Returns where the boxes at the other ends of its arrows would have it, on average. */
  private double pull(Box box, Places placed) {
    List<Box> others =
        arrows.stream()
            .filter(it -> it.from().equals(box) || it.to().equals(box))
            .map(it -> it.from().equals(box) ? it.to() : it.from())
            .toList();
    List<Box> outside = others.stream().filter(it -> it.group() != box.group()).toList();
    return (outside.isEmpty() ? others : outside)
        .stream()
            .mapToInt(other -> placed.of(other).middle())
            .average()
            .orElse(placed.of(box).middle());
  }
}
