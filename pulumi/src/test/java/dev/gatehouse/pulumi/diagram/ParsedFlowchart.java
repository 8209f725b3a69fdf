package dev.gatehouse.pulumi.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict parser for the part of Mermaid that the diagram uses. Fails on everything else. */
final class ParsedFlowchart {
  private static final String LABEL = "\"((?:[^\"#&<>`\\\\]|#\\d+;|<br/>)+)\"";
  private static final Pattern SUBGRAPH = Pattern.compile("  subgraph (\\w+)\\[" + LABEL + "]");
  private static final Pattern NODE =
      Pattern.compile(" {2,4}(\\w+)(?:\\[%1$s]|\\(\\[%1$s]\\))(?::::(\\w+))?".formatted(LABEL));
  private static final Pattern EDGE = Pattern.compile("  (\\w+) --> (\\w+)");
  private static final Pattern CLASS =
      Pattern.compile("  classDef (\\w+) [a-z-]+:[\\w ]+(?:,[a-z-]+:[\\w ]+)*");
  private static final Pattern INIT = Pattern.compile("%%\\{init: (\\{.*})}%%");
  private static final Set<String> RESERVED =
      Set.of(
          "call",
          "class",
          "classdef",
          "click",
          "default",
          "direction",
          "end",
          "flowchart",
          "graph",
          "href",
          "interpolate",
          "linkstyle",
          "style",
          "subgraph");

  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<AccountGraph.Edge> edges = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> usedClasses = new HashSet<>();
  private final Set<String> classes = new HashSet<>();
  private boolean inSubgraph;

  /** Parses the only Mermaid block of a Markdown document. */
  static ParsedFlowchart of(String document) {
    String[] parts = document.split("```mermaid\n", -1);
    assertThat(parts).hasSize(2);
    return new ParsedFlowchart(parts[1].substring(0, parts[1].indexOf("```")).lines().toList());
  }

  private ParsedFlowchart(List<String> lines) {
    Matcher init = INIT.matcher(lines.get(0));
    assertThat(init.matches()).as(lines.get(0)).isTrue();
    assertThat(JsonParser.parseString(init.group(1)).isJsonObject()).isTrue();
    assertThat(lines.get(1)).isEqualTo("flowchart TB");
    lines.stream().skip(2).forEach(this::parse);
    assertThat(inSubgraph).isFalse();
    assertThat(classes).containsAll(usedClasses);
    assertThat(edges)
        .doesNotHaveDuplicates()
        .allSatisfy(edge -> assertThat(labels).containsKeys(edge.from(), edge.to()));
  }

  /** Returns the label of each node by its id. */
  Map<String, String> labels() {
    return labels;
  }

  List<AccountGraph.Edge> edges() {
    return edges;
  }

  private void parse(String line) {
    Matcher subgraph = SUBGRAPH.matcher(line);
    Matcher node = NODE.matcher(line);
    Matcher edge = EDGE.matcher(line);
    Matcher definition = CLASS.matcher(line);
    if (subgraph.matches()) {
      assertThat(inSubgraph).isFalse();
      inSubgraph = true;
      declare(subgraph.group(1));
    } else if (line.equals("  end")) {
      assertThat(inSubgraph).isTrue();
      inSubgraph = false;
    } else if (node.matches()) {
      declare(node.group(1));
      labels.put(node.group(1), node.group(2) == null ? node.group(3) : node.group(2));
      if (node.group(4) != null) {
        usedClasses.add(node.group(4));
      }
    } else if (edge.matches()) {
      edges.add(new AccountGraph.Edge(edge.group(1), edge.group(2)));
    } else if (definition.matches()) {
      classes.add(definition.group(1));
    } else {
      throw new AssertionError("Not a line of the flowchart: " + line);
    }
  }

  private void declare(String id) {
    assertThat(id).matches("[A-Za-z]\\w*");
    assertThat(RESERVED).doesNotContain(id.toLowerCase(java.util.Locale.ROOT));
    assertThat(ids.add(id)).as("id %s is unique", id).isTrue();
  }
}
