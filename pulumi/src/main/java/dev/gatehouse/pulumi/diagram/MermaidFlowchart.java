package dev.gatehouse.pulumi.diagram;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** The Mermaid text of a graph: a flowchart with a subgraph for each group. */
final class MermaidFlowchart {
  private static final String FLOWCHART =
      """
      ```mermaid
      %%%%{init: {"flowchart": {"nodeSpacing": 20, "rankSpacing": 35, "subGraphTitleMargin": {"top": 4, "bottom": 8}}}}%%%%
      flowchart TB
        %s(["User"])
      %s%s  classDef protected stroke-width:3px
        classDef existing stroke-dasharray:5 4
      ```
      """;

  private MermaidFlowchart() {}

  static String of(AccountGraph graph) {
    StringBuilder subgraphs = new StringBuilder();
    for (DiagramGroup group : DiagramGroup.values()) {
      List<DiagramNode> nodes = graph.nodes().stream().filter(it -> it.group() == group).toList();
      if (!nodes.isEmpty()) {
        subgraphs.append("  subgraph %s[\"%s\"]\n".formatted(group.name(), group.title));
        nodes.forEach(node -> subgraphs.append(node(node)));
        subgraphs.append("  end\n");
      }
    }
    String edges =
        graph.edges().stream()
            .map(edge -> "  %s --> %s\n".formatted(edge.from(), edge.to()))
            .collect(joining());
    return FLOWCHART.formatted(AccountGraph.USER, subgraphs, edges);
  }

  private static String node(DiagramNode node) {
    String border = node.border().isEmpty() ? "" : ":::" + node.border();
    return "    %s[\"%s\"]%s\n".formatted(node.id(), escaped(node.label()), border);
  }

  /** Escapes with Mermaid's entities, which begin with a number sign instead of an ampersand. */
  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                "#&\"<>`\\".indexOf(c) < 0
                    ? Character.toString(c)
                    : String.format(Locale.ROOT, "#%d;", c))
        .collect(joining())
        .replace("\n", "<br/>");
  }
}
