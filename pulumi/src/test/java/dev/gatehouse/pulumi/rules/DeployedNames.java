package dev.gatehouse.pulumi.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that stacks were deployed with, by logical name, type and parent. A row has five
 * columns: logical name, type, parent, physical name, and what a change replaces. A change is a
 * further row of the same resource.
 */
record DeployedNames(List<List<String>> rows) {
  private static final String DELETED = "deleted";

  /** Returns a sentence for each name that changed without alias or entry, and each new one. */
  List<String> violations(List<DeployedName> current) {
    Map<String, List<String>> lastRows = new LinkedHashMap<>();
    List<String> violations = new ArrayList<>(unexplained(lastRows));
    Map<String, DeployedName> byKey = new LinkedHashMap<>();
    current.forEach(name -> byKey.put(name.key(), name));
    Set<String> aliases = new HashSet<>();
    current.forEach(name -> aliases.addAll(AliasedUrns.of(name, current)));
    lastRows.forEach(
        (key, row) -> {
          DeployedName name = byKey.get(key);
          if (name != null) {
            checkPhysicalName(row, name, violations);
          } else if (!aliases.contains(named(row).urnEnd()) && !row.get(3).equals(DELETED)) {
            violations.add(
                "%s changed its logical name, type or parent, or is gone: give the new resource this one"
                        .formatted(named(row).urnEnd())
                    + " as an alias, or add a row with the physical name deleted");
          }
        });
    byKey.forEach(
        (key, name) -> {
          if (!lastRows.containsKey(key)) {
            violations.add("new, add this row: %s\t%s\t-".formatted(key, name.physical()));
          }
        });
    return violations;
  }

  /** Collects the last row of each resource; a row before it must be explained by the next. */
  private List<String> unexplained(Map<String, List<String>> lastRows) {
    List<String> unexplained = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> earlier = lastRows.put(named(row).key(), row);
      if (earlier != null && !row.get(4).startsWith("replaces " + earlier.get(3) + ": ")) {
        unexplained.add(
            "%s: the last column must say what is replaced, replaces %s: ..."
                .formatted(named(row).urnEnd(), earlier.get(3)));
      }
    }
    return unexplained;
  }

  private static void checkPhysicalName(
      List<String> row, DeployedName name, List<String> violations) {
    if (!row.get(3).equals(name.physical())) {
      violations.add(
          "%s changed its physical name, which replaces it: add this row and say what is lost: %s\t%s\treplaces %s: "
              .formatted(name.urnEnd(), name.key(), name.physical(), row.get(3)));
    }
  }

  private static DeployedName named(List<String> row) {
    return new DeployedName(row.get(0), row.get(1), row.get(2), row.get(3), List.of());
  }
}
