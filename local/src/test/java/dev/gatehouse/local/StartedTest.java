package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedTest {

  private final List<String> stopped = new ArrayList<>();
  private final Started started = new Started();

  @Test
  void lastComesToAStopFirst() {
    add("first");
    add("second");

    started.close();
    started.close();

    assertThat(stopped).containsExactly("second", "first");
  }

  @Test
  void whatDoesNotStopKeepsNobodyElseRunning() {
    add("first");
    started.add(() -> {
      throw new IllegalStateException("stuck");
    });

    started.close();

    assertThat(stopped).containsExactly("first");
  }

  @Test
  void whatStartsAfterTheStopIsStoppedAtOnce() {
    started.close();

    add("late");

    assertThat(stopped).containsExactly("late");
  }

  private void add(String name) {
    AutoCloseable unused = started.add(() -> stopped.add(name));
  }
}
