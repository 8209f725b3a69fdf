package dev.gatehouse.pulumi.plan;

import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A topological order of resources: each follows its parent and its dependencies; ties are broken
 * by type and name. The program registers resources from many threads, in a different order on each
 * run.
 */
final class TopologicalOrder {
  private static final Comparator<RegisteredResource> BY_TYPE_AND_NAME =
      Comparator.comparing(RegisteredResource::type)
          .thenComparing(RegisteredResource::name)
          .thenComparing(RegisteredResource::urn);

  private TopologicalOrder() {}

  /** Returns the resources in order; throws {@link RecordingFailed} if there is a cycle. */
  static List<RegisteredResource> of(List<RegisteredResource> resources) {
    Set<RegisteredResource> waiting = new TreeSet<>(BY_TYPE_AND_NAME);
    waiting.addAll(resources);
    Set<String> created = new HashSet<>();
    List<RegisteredResource> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      RegisteredResource next = next(waiting, created);
      waiting.remove(next);
      created.add(next.urn());
      order.add(next);
    }
    return order;
  }

  private static RegisteredResource next(Set<RegisteredResource> waiting, Set<String> created) {
    return waiting.stream()
        .filter(resource -> resource.parent().isEmpty() || created.contains(resource.parent()))
        .filter(resource -> created.containsAll(resource.dependencies()))
        .findFirst()
        .orElseThrow(
            () ->
                new RecordingFailed(
                    "These resources depend on one another: "
                        + waiting.stream().map(RegisteredResource::urn).toList()));
  }
}
