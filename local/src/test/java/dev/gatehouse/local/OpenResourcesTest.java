package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenResourcesTest {

  private final List<String> closed = new ArrayList<>();
  private final OpenResources resources = new OpenResources();

  @Test
  void resourcesAreClosedInReverseOrder() {
    add("first");
    add("second");

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void failedCloseDoesNotPreventOthers() {
    add("first");
    AutoCloseable stuck =
        () -> {
          throw new IllegalStateException("stuck");
        };
    AutoCloseable broken =
        () -> {
          throw new NoClassDefFoundError("broken");
        };
    assertThat(resources.add(stuck)).isSameAs(stuck);
    assertThat(resources.add(broken)).isSameAs(broken);

    resources.close();

    assertThat(closed).containsExactly("first");
  }

  @Test
  void resourceAddedAfterCloseIsClosedAtOnce() {
    resources.close();

    add("late");

    assertThat(closed).containsExactly("late");
  }

  private void add(String name) {
    AutoCloseable unused = resources.add(() -> closed.add(name));
  }
}
