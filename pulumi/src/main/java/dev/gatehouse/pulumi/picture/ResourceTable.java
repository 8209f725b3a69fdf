package dev.gatehouse.pulumi.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists every resource of the account, group by group. */
final class ResourceTable {
  private static final String HEAD =
      """
      # The account

      What `pulumi up` makes, for the default configuration. Drawn from `plan.json` by `make picture`; do not edit.

      ![The AWS account as boxes and arrows](account.svg)
      """;

  private final Types types;
  private final Map<String, Resource> byUrn = new TreeMap<>();

  private ResourceTable(Types types, List<Resource> resources) {
    this.types = types;
    resources.forEach(it -> byUrn.put(it.urn(), it));
  }

  static String of(Types types, List<Resource> resources) {
    ResourceTable table = new ResourceTable(types, resources);
    List<Resource> all = resources.stream().filter(Resource::isOfAws).toList();
    StringBuilder text = new StringBuilder(HEAD);
    text.append("\n%d resources.\n".formatted(all.size()));
    for (Group group : Group.values()) {
      List<Resource> inside = all.stream().filter(it -> types.of(it).group() == group).toList();
      if (!inside.isEmpty()) {
        text.append("\n## ").append(group.title);
        text.append("\n\n| type | name | what for | protected |\n|---|---|---|---|\n");
        table.sorted(inside).forEach(it -> text.append(table.row(it)));
      }
    }
    return text.toString();
  }

  /** Boxes of the picture first, then what belongs to them, each by type and name. */
  private List<Resource> sorted(List<Resource> resources) {
    Map<String, Resource> sorted = new TreeMap<>();
    resources.forEach(it -> {
      Type type = types.of(it);
      sorted.put(type.shape() + " " + type.label() + " " + it.name() + " " + it.urn(), it);
    });
    return new ArrayList<>(sorted.values());
  }

  private String row(Resource it) {
    Type type = types.of(it);
    return "| %s<br>`%s` | `%s` | %s | %s |\n"
        .formatted(
            type.label(),
            it.type().replaceFirst(".*:", it.type().split("[:/]", 3)[1] + "."),
            it.name(),
            type.purposeOf(it, owner(it)).replace("|", "\\|"),
            it.isProtected() ? "yes" : "");
  }

  private String owner(Resource it) {
    Resource parent = byUrn.get(it.parent());
    return parent == null || parent.parent().isEmpty() ? it.name() : parent.name();
  }
}
