package dev.gatehouse.pulumi.diagram;

import dev.gatehouse.pulumi.diagram.ResourceStyle.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The node of each resource: its own, one for its whole type, or the node that it is part of. */
final class NodeMap {
  private final ResourceStyles styles;
  private final List<PlanResource> resources;
  private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();

  /** Creates the nodes of the resources, whose dependencies precede them. */
  NodeMap(ResourceStyles styles, List<PlanResource> resources) {
    this.styles = styles;
    this.resources = resources;
    resources.stream()
        .filter(it -> shape(it) != Shape.PART)
        .forEach(it -> nodes.put(it.urn(), DiagramNode.of(it, styles.of(it))));
    resources.stream()
        .filter(it -> shape(it) == Shape.PART)
        .forEach(it -> whole(it).ifPresent(node -> nodes.put(it.urn(), node)));
  }

  /** Returns all nodes, in the order of the plan. */
  List<DiagramNode> nodes() {
    return nodes.values().stream().distinct().toList();
  }

  /** Returns the node of a resource; empty if it is part of none. */
  Optional<DiagramNode> of(String urn) {
    return Optional.ofNullable(nodes.get(urn));
  }

  private Shape shape(PlanResource resource) {
    return styles.of(resource).shape();
  }

  /** Returns the first node of its group that the part depends on or shares a component with. */
  private Optional<DiagramNode> whole(PlanResource part) {
    Stream<String> siblings =
        resources.stream()
            .filter(it -> it.isInComponent() && it.parent().equals(part.parent()))
            .filter(it -> shape(it) != Shape.PART && shape(it) != Shape.MERGED)
            .map(PlanResource::urn);
    return Stream.concat(part.dependencies().stream(), siblings)
        .flatMap(urn -> of(urn).stream())
        .filter(node -> node.group() == styles.of(part).group())
        .findFirst();
  }
}
