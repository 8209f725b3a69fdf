package dev.gatehouse.benchmarks.start.measured;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The baselines that our functions are compared with. */
public record Baselines(Path root) {
  public static final String FLOOR = "empty";
  public static final String NAIVE = "naive";

  private static final String PACKAGE = "dev.gatehouse.benchmarks.baselines.";

  /** Returns every baseline with the environment and memory of the function it is compared with. */
  public List<MeasuredFunction> matching(PlannedFunctions functions) throws IOException {
    MeasuredFunction any = functions.named("pre-sign-up");
    return List.of(
        floor("stream", "EmptyStreamHandler", any),
        floor("event class", "EmptyEventHandler", any),
        naive(functions.named("post-confirmation"), "NaivePostConfirmationHandler"),
        naive(functions.named("api"), "NaiveApiHandler"));
  }

  private MeasuredFunction floor(String variant, String handler, MeasuredFunction any) {
    return new MeasuredFunction(
        FLOOR,
        variant,
        archive("empty"),
        PACKAGE + handler,
        Map.of(),
        any.memory(),
        any.payload(),
        Start.ON_DEMAND);
  }

  private MeasuredFunction naive(MeasuredFunction ours, String handler) {
    return new MeasuredFunction(
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
