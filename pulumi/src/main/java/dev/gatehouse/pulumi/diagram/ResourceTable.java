package dev.gatehouse.pulumi.diagram;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;

/** The Markdown tables of all resources of AWS, one for each group. */
final class ResourceTable {
  private ResourceTable() {}

  static String of(ResourceStyles styles, List<PlanResource> resources) {
    List<PlanResource> sorted =
        resources.stream()
            .filter(PlanResource::isAws)
            .sorted(
                comparing((PlanResource it) -> styles.of(it).shape())
                    .thenComparing(it -> styles.of(it).label())
                    .thenComparing(PlanResource::name)
                    .thenComparing(PlanResource::urn))
            .toList();
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%d resources.\n", sorted.size()));
    for (DiagramGroup group : DiagramGroup.values()) {
      List<PlanResource> members =
          sorted.stream().filter(it -> styles.of(it).group() == group).toList();
      if (!members.isEmpty()) {
        text.append("\n## %s\n\n| type | name | purpose | protected |\n".formatted(group.title));
        text.append("|---|---|---|---|\n");
        members.forEach(it -> text.append(row(it, styles.of(it))));
      }
    }
    return text.toString();
  }

  private static String row(PlanResource it, ResourceStyle style) {
    return "| %s<br>`%s` | `%s` | %s | %s |\n"
        .formatted(
            style.label(),
            it.shortType(),
            it.name(),
            style.purpose(it).replace("|", "\\|"),
            it.protect() ? "yes" : "");
  }
}
