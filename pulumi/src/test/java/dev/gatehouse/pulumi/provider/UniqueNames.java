package dev.gatehouse.pulumi.provider;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Properties that AWS has once, together.
 *
 * @param properties the names; after a question mark, one that is set or not
 * @param error AWS's error for a second resource
 */
record UniqueNames(List<String> properties, String error) {
  private static final String OPTIONAL = "?";

  /** Returns the values of a resource. */
  String of(ExistingResource resource) {
    return properties.stream()
        .map(
            name ->
                name.startsWith(OPTIONAL)
                    ? String.valueOf(!resource.text(name.substring(1)).isEmpty())
                    : resource.text(name))
        .collect(Collectors.joining(", "));
  }

  /** Returns the names as the provider has them. */
  List<String> names() {
    return properties.stream().map(name -> name.replace(OPTIONAL, "")).toList();
  }
}
