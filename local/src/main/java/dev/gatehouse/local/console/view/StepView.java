package dev.gatehouse.local.console.view;

import dev.gatehouse.local.inspect.CausedStep;
import java.util.List;

/** A step of a trace with the address of its page. */
public record StepView(CausedStep step, DisplayTime time, String address, String style) {

  /** Returns the steps. */
  public static List<StepView> of(List<CausedStep> steps) {
    return steps.stream()
        .map(
            step ->
                new StepView(
                    step,
                    DisplayTime.of(step.at()),
                    "/_gatehouse/console/%ss/%s".formatted(step.kind(), step.id()),
                    step.failed() ? "bad" : "muted"))
        .toList();
  }
}
