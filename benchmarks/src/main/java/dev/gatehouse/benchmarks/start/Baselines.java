package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Lists what our functions are compared with. */
record Baselines(Path root) {
  static final String FLOOR = "empty";
  static final String NAIVE = "naive";

  private static final String PACKAGE = "dev.gatehouse.benchmarks.baselines.";

  /** Returns every baseline, with the variables and the memory of the function it stands beside. */
  List<Subject> beside(PlannedFunctions functions) throws IOException {
    Subject any = functions.named("pre-sign-up");
    return List.of(
        floor("stream", "EmptyStreamHandler", any),
        floor("event class", "EmptyEventHandler", any),
        naive(functions.named("post-confirmation"), "NaivePostConfirmationHandler"),
        naive(functions.named("api"), "NaiveApiHandler"));
  }

  private Subject floor(String variant, String handler, Subject any) {
    return new Subject(
        FLOOR,
        variant,
        archive("empty"),
        PACKAGE + handler,
        Map.of(),
        any.memory(),
        any.payload(),
        Start.ON_DEMAND);
  }

  private Subject naive(Subject ours, String handler) {
    return new Subject(
        ours.function(),
        NAIVE,
        archive("naive"),
        PACKAGE + handler,
        ours.environment(),
        ours.memory(),
        ours.payload(),
        Start.ON_DEMAND);
  }

  private Path archive(String name) {
    return root.resolve("benchmarks/target/gatehouse-benchmarks-%s.zip".formatted(name));
  }
}
