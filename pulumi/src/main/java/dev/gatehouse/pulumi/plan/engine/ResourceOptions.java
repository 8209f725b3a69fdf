package dev.gatehouse.pulumi.plan.engine;

import java.util.List;

/**
 * The options of a resource that the engine's state has, besides parent, dependencies and aliases.
 *
 * @param provider the URN of an explicit provider; blank for the default one
 * @param additionalSecretOutputs the outputs that are secrets, sorted
 * @param ignoreChanges the inputs that stay as they were created, sorted
 */
public record ResourceOptions(
    boolean protect,
    boolean retainOnDelete,
    String provider,
    List<String> additionalSecretOutputs,
    List<String> ignoreChanges) {
  /** The options of a resource that sets none. */
  public static final ResourceOptions NONE =
      new ResourceOptions(false, false, "", List.of(), List.of());

  /** Creates options with copies of the lists. */
  public ResourceOptions {
    ignoreChanges = List.copyOf(ignoreChanges);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
  }
}
