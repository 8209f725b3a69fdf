package dev.gatehouse.pulumi.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says where on the edge of a box each arrow begins and ends. */
final class Ports {
  /** Ports above a channel keep to even steps, those below to odd ones: none lies on another. */
  private static final int STEP = 6;

  /** Is one end of an arrow. */
  record End(Arrow arrow, boolean head) {
    Box box() {
      return head ? arrow.to() : arrow.from();
    }

    Box other() {
      return head ? arrow.from() : arrow.to();
    }

    /** Arrows up and down touch the near edges; those within a row go round below. */
    boolean isAtTop() {
      return box().group().row > other().group().row;
    }
  }

  private final Map<End, Integer> places = new HashMap<>();

  Ports(Set<Arrow> arrows, Places boxes) {
    Map<String, List<End>> byEdge = new LinkedHashMap<>();
    for (Arrow arrow : arrows) {
      for (boolean head : new boolean[] {false, true}) {
        End end = new End(arrow, head);
        byEdge.computeIfAbsent(end.box().key() + end.isAtTop(), it -> new ArrayList<>()).add(end);
      }
    }
    byEdge.values().forEach(edge -> spread(edge, boxes));
  }

  int of(Arrow arrow, boolean head) {
    Integer place = places.get(new End(arrow, head));
    if (place == null) {
      throw new IllegalArgumentException("no port was given to " + arrow);
    }
    return place;
  }

  private void spread(List<End> edge, Places boxes) {
    edge.sort(Comparator.comparingInt(end -> boxes.of(end.other()).middle()));
    Area box = boxes.of(edge.get(0).box());
    for (int i = 0; i < edge.size(); i++) {
      int exact = box.x() + box.width() * (i + 1) / (edge.size() + 1);
      int odd = edge.get(i).isAtTop() ? 1 : 0;
      places.put(edge.get(i), (exact / (2 * STEP) * 2 + odd) * STEP);
    }
  }
}
