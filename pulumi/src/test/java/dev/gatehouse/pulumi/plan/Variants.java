package dev.gatehouse.pulumi.plan;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Are the variants of the plan, each recorded once for all tests. */
public final class Variants {
  private static final Map<String, Recorded> RECORDED = new ConcurrentHashMap<>();

  private Variants() {}

  /** The plan that the build writes to target/plans under this name. */
  public static Recorded variant(String name) {
    return RECORDED.computeIfAbsent(name, it -> Recorded.of(settings(it)));
  }

  public static StackSettings settings(String name) {
    return Recorded.LOCAL.laidUnder(Path.of("variants", name + ".yaml"));
  }
}
