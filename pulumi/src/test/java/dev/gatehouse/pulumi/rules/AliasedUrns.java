package dev.gatehouse.pulumi.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ends of a resource's earlier URNs: its own aliases and those of its parent, as in Pulumi. */
final class AliasedUrns {
  private AliasedUrns() {}

  static Set<String> of(DeployedName name, List<DeployedName> all) {
    Set<String> urns = new HashSet<>(name.aliases());
    all.stream()
        .filter(parent -> parent.urnEnd().equals(name.parent()))
        .forEach(
            parent -> of(parent, all).forEach(alias -> urns.add(inherited(name, parent, alias))));
    return urns;
  }

  /** Returns the URN below an alias of the parent; a name that begins with the parent's follows. */
  private static String inherited(DeployedName child, DeployedName parent, String parentAlias) {
    String[] alias = parentAlias.split("::", 2);
    String logical =
        child.logical().startsWith(parent.logical())
            ? alias[1] + child.logical().substring(parent.logical().length())
            : child.logical();
    return "%s$%s::%s".formatted(alias[0], child.type(), logical);
  }
}
