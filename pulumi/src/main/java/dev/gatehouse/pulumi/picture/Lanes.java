package dev.gatehouse.pulumi.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every stretch between two rows a lane of its own where it would lie on another. */
final class Lanes {
  private static final int APART = 10;

  /** Is a level stretch of an arrow, below this row. */
  record Stretch(Arrow arrow, int row, int left, int right) {
    static Stretch of(Arrow arrow, int row, int from, int to) {
      return new Stretch(arrow, row, Math.min(from, to), Math.max(from, to));
    }

    boolean isClear(Stretch other) {
      return right + APART < other.left || other.right + APART < left;
    }
  }

  private final Map<Integer, List<List<Stretch>>> lanesByRow = new HashMap<>();

  /** Takes all stretches; the short ones come first, nearest to the row above. */
  Lanes(List<Stretch> stretches) {
    stretches.stream()
        .sorted(Comparator.comparingInt(it -> it.right() - it.left()))
        .forEach(this::add);
  }

  /** Returns how many lanes there are below this row. */
  int below(int row) {
    return lanesByRow.getOrDefault(row, List.of()).size();
  }

  int laneOf(Stretch stretch) {
    List<List<Stretch>> lanes = lanesByRow.getOrDefault(stretch.row(), List.of());
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (lanes.get(lane).contains(stretch)) {
        return lane;
      }
    }
    throw new IllegalArgumentException("no lane was given to " + stretch);
  }

  private void add(Stretch stretch) {
    List<List<Stretch>> lanes = lanesByRow.computeIfAbsent(stretch.row(), row -> new ArrayList<>());
    for (List<Stretch> lane : lanes) {
      if (lane.stream().allMatch(stretch::isClear)) {
        lane.add(stretch);
        return;
      }
    }
    lanes.add(new ArrayList<>(List.of(stretch)));
  }
}
