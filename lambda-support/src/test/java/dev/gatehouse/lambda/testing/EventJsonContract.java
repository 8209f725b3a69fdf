package dev.gatehouse.lambda.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of a trigger's event: our serializer and Lambda's own agree on every fixture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EventJsonContract {
  private final String trigger;
  private final Class<?> type;

  /**
   * Creates the contract of a trigger.
   *
   * @param trigger the folder of its fixtures below {@code src/test/resources/events}
   * @param type the class of its events
   */
  protected EventJsonContract(String trigger, Class<?> type) {
    this.trigger = trigger;
    this.type = type;
  }

  private List<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/events", trigger))) {
      return files
          .map(file -> trigger + "/" + String.valueOf(file.getFileName()).replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eventComesBackAsFromLambdasOwnSerializer(String fixture) {
    JsonObject event = Events.event(fixture);
    JsonObject ours = RoundTrip.written(RoundTrip.read(event, type), type);
    JsonObject lambdas = LambdaJson.written(LambdaJson.read(event, type));
    assertThat(RoundTrip.differences(lambdas, ours)).isEmpty();
  }

  /** Whatever one field of an event has become: we read what Lambda reads, and refuse the rest. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void changedEventIsReadAsByLambdasOwnSerializer(String fixture) {
    List<String> different = new ArrayList<>();
    EventMutations.of(Events.event(fixture))
        .forEach(
            (change, event) -> {
              String ours = outcome(() -> RoundTrip.written(RoundTrip.read(event, type), type));
              String lambdas = outcome(() -> LambdaJson.written(LambdaJson.read(event, type)));
              if (!ours.equals(lambdas)) {
                different.add(change + ": " + shortened(ours) + " for " + shortened(lambdas));
              }
            });
    assertThat(different).isEmpty();
  }

  /** Returns the JSON that comes back, or that the event is refused. */
  private static String outcome(Supplier<JsonObject> roundTrip) {
    try {
      return withoutNulls(roundTrip.get()).toString();
    } catch (RuntimeException refused) {
      return "refused";
    }
  }

  private static String shortened(String text) {
    return text.length() < 600 ? text : text.substring(0, 600) + "...";
  }

  /** Returns an object with sorted members, without the null ones, which count as absent. */
  private static JsonElement withoutNulls(JsonElement element) {
    if (!(element instanceof JsonObject object)) {
      return element;
    }
    JsonObject sorted = new JsonObject();
    for (String name : new TreeSet<>(object.keySet())) {
      if (!object.get(name).isJsonNull()) {
        sorted.add(name, withoutNulls(object.get(name)));
      }
    }
    return sorted;
  }

  /** Returns the paths that an event loses between reading and writing it as this class. */
  protected static Set<String> lost(JsonObject event, Class<?> as) {
    return RoundTrip.differences(event, LambdaJson.written(LambdaJson.read(event, as)));
  }
}
