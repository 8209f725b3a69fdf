package dev.gatehouse.pulumi.automation;

import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Settings of a stack, with the plan that is recorded from them. */
record StackVariant(String name, StackSettings settings, Supplier<RecordedPlan> recorded) {
  /** The variants with a plan that every build records. */
  private static final List<String> FILES =
      List.of("hosted", "hosted-lambda", "lambda", "one-account-per-mailbox", "pictures");

  /** Returns the default plan and all others. */
  static List<StackVariant> all() {
    return Stream.concat(
            Stream.of(new StackVariant("local", RecordedPlan.LOCAL, () -> RecordedPlan.PLAN)),
            others().stream())
        .toList();
  }

  /** Returns every variant, and the plan with every optional resource. */
  static List<StackVariant> others() {
    return Stream.concat(
            Stream.of(new StackVariant("full", PlanVariants.fullSettings(), PlanVariants::full)),
            FILES.stream().map(StackVariant::file))
        .toList();
  }

  private static StackVariant file(String name) {
    return new StackVariant(name, PlanVariants.settings(name), () -> PlanVariants.variant(name));
  }

  RecordedPlan plan() {
    return recorded.get();
  }

  String region() {
    return settings.values().getOrDefault("aws:region", "us-east-1");
  }

  @Override
  public String toString() {
    return name;
  }
}
