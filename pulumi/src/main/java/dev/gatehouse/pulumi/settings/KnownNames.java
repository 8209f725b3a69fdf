package dev.gatehouse.pulumi.settings;

import java.util.Set;

/**
 * The names of the program's parts that settings may contain.
 *
 * @param functions the names of functions, without the prefix of the stack
 * @param paths the paths of the REST API, like {@code /user}
 */
public record KnownNames(Set<String> functions, Set<String> paths) {}
