package dev.gatehouse.pulumi.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts resources into one order in which they could be created. The program registers them from
 * many threads, in another order each time; here each comes as soon as its parent and all that it
 * depends on are there, and among those that could come next, the first by type and name.
 */
final class CreationOrder {
  private static final Comparator<Declared> BY_TYPE_AND_NAME =
      Comparator.comparing(Declared::type)
          .thenComparing(Declared::name)
          .thenComparing(Declared::urn);

  private CreationOrder() {}

  /** Returns the same resources; throws {@link RecordingFailed} if some wait for one another. */
  static List<Declared> of(List<Declared> resources) {
    Set<Declared> waiting = new TreeSet<>(BY_TYPE_AND_NAME);
    waiting.addAll(resources);
    Set<String> created = new HashSet<>();
    List<Declared> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Declared next = next(waiting, created);
      waiting.remove(next);
      created.add(next.urn());
      order.add(next);
    }
    return order;
  }

  private static Declared next(Set<Declared> waiting, Set<String> created) {
    return waiting.stream()
        .filter(resource -> resource.parent().isEmpty() || created.contains(resource.parent()))
        .filter(resource -> created.containsAll(resource.dependencies()))
        .findFirst()
        .orElseThrow(() ->
            new RecordingFailed(
                "These resources wait for one another: "
                    + waiting.stream().map(Declared::urn).toList()));
  }
}
