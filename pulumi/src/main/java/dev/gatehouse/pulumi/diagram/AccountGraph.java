package dev.gatehouse.pulumi.diagram;

import dev.gatehouse.pulumi.diagram.ResourceStyle.Arrows;
import dev.gatehouse.pulumi.diagram.ResourceStyle.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The nodes of an account and the arrows between them, derived from a plan. */
final class AccountGraph {
  /** The id of the node of the user. */
  static final String USER = "user";

  /** The ARN of a resource that may exist before the stack: an SES identity or an SNS topic. */
  private static final Pattern ARN =
      Pattern.compile(
          "(?<!\\\\)\"(arn:aws[a-z-]*:(ses|sns):[^:\"]*:[^:\"]*:(?:identity/)?([^\"]+))\"");

  /** An arrow between two nodes, by their ids: the first acts on the second. */
  record Edge(String from, String to) {}

  private final ResourceStyles styles;
  private final List<PlanResource> resources;
  private final NodeMap nodeMap;
  private final Map<String, DiagramNode> existing = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  AccountGraph(ResourceStyles styles, List<PlanResource> resources) {
    this.styles = styles;
    this.resources = resources.stream().filter(PlanResource::isAws).toList();
    this.nodeMap = new NodeMap(styles, this.resources);
    with(Arrows.TO).forEach(it -> edges.addAll(dependencies(it)));
    with(Arrows.TO).forEach(this::addExisting);
    // The queue invokes the function, though the function's role depends on the queue.
    with(Arrows.FROM)
        .flatMap(it -> dependencies(it).stream())
        .forEach(
            edge -> {
              edges.remove(edge);
              edges.add(new Edge(edge.to(), edge.from()));
            });
    addUserEdges();
  }

  Set<Edge> edges() {
    return edges;
  }

  /** Returns the nodes; resources without an arrow have none. */
  List<DiagramNode> nodes() {
    return allNodes()
        .filter(
            it -> edges.stream().anyMatch(edge -> edge.from().equals(it.id()) || isTo(edge, it)))
        .toList();
  }

  private Stream<DiagramNode> allNodes() {
    return Stream.concat(nodeMap.nodes().stream(), existing.values().stream());
  }

  private Stream<PlanResource> with(Arrows arrows) {
    return resources.stream()
        .filter(it -> styles.of(it).arrows() == arrows && nodeMap.of(it.urn()).isPresent());
  }

  private String nodeId(PlanResource resource) {
    return nodeMap.of(resource.urn()).map(DiagramNode::id).orElseThrow();
  }

  private List<Edge> dependencies(PlanResource resource) {
    return resource.dependencies().stream()
        .flatMap(urn -> nodeMap.of(urn).stream())
        .map(node -> new Edge(nodeId(resource), node.id()))
        .filter(edge -> !edge.from().equals(edge.to()))
        .toList();
  }

  private void addExisting(PlanResource resource) {
    ARN.matcher(resource.inputs().toString())
        .results()
        .filter(it -> resources.stream().noneMatch(other -> other.hasArn(it.group(1))))
        .map(it -> existing.computeIfAbsent(it.group(1), arn -> existing(it)))
        .forEach(node -> edges.add(new Edge(nodeId(resource), node.id())));
  }

  private static DiagramNode existing(MatchResult arn) {
    boolean ses = arn.group(2).equals("ses");
    return new DiagramNode(
        "existing_%s_%s".formatted(arn.group(2), arn.group(3)).replaceAll("\\W", "_"),
        ses ? DiagramGroup.MAIL : DiagramGroup.MONITORING,
        ses ? Shape.SENDER : Shape.NODE,
        arn.group(3) + (ses ? "\nSES identity" : "\nSNS topic"),
        "existing");
  }

  /** Adds arrows from senders to the user, and from the user to endpoints that no other calls. */
  private void addUserEdges() {
    allNodes()
        .filter(it -> it.shape() == Shape.ENDPOINT)
        .filter(it -> edges.stream().noneMatch(edge -> isTo(edge, it) && !isOfAlarms(edge)))
        .forEach(it -> edges.add(new Edge(USER, it.id())));
    allNodes()
        .filter(it -> it.shape() == Shape.SENDER)
        .forEach(it -> edges.add(new Edge(it.id(), USER)));
  }

  /** Alarms call nothing; they measure it. */
  private boolean isOfAlarms(Edge edge) {
    return allNodes().anyMatch(it -> it.id().equals(edge.from()) && it.shape() == Shape.MERGED);
  }

  private static boolean isTo(Edge edge, DiagramNode node) {
    return edge.to().equals(node.id());
  }
}
