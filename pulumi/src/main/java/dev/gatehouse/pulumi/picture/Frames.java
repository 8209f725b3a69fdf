package dev.gatehouse.pulumi.picture;

import java.util.EnumMap;
import java.util.Map;

/** Stacks the rows of groups, with room for the lanes of the arrows between them. */
final class Frames {
  static final int HEIGHT = 104;
  private static final int LANE = 12;
  private static final int BEFORE = 20;
  private static final int TOP = 24;

  private final Map<Group, Area> frames;
  private final Lanes lanes;

  Frames(Map<Group, Area> frames, Lanes lanes) {
    this.frames = frames;
    this.lanes = lanes;
  }

  /** Returns where each group is. */
  Map<Group, Area> stacked() {
    Map<Group, Area> stacked = new EnumMap<>(Group.class);
    frames.forEach((group, it) ->
        stacked.put(group, new Area(it.x(), top(group.row), it.width(), it.height())));
    return stacked;
  }

  /** Returns how far down this lane below this row is. */
  int lane(int row, int lane) {
    return top(row) + HEIGHT + BEFORE + lane * LANE;
  }

  /** Returns how far down the whole reaches. */
  int bottom() {
    int last = frames.keySet().stream().mapToInt(group -> group.row).max().orElse(0);
    return lanes.below(last) == 0 ? top(last) + HEIGHT + BEFORE : top(last + 1) - BEFORE;
  }

  private int top(int row) {
    int y = TOP;
    for (int above = 0; above < row; above++) {
      y += HEIGHT + 2 * BEFORE + Math.max(0, lanes.below(above) - 1) * LANE;
    }
    return y;
  }
}
