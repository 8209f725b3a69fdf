package dev.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Every client with every step that it has a call for, one client after the other. */
@Tag("clients")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientsIT {

  private final Map<Client, Outcome> outcomes = new LinkedHashMap<>();
  private RunningEmulator emulator;

  @BeforeAll
  void startEmulator() throws IOException {
    emulator = RunningEmulator.start();
    emulator.allowAuthenticatorApps();
  }

  @AfterAll
  void stopEmulator() {
    emulator.close();
  }

  @Order(1)
  @TestFactory
  Stream<DynamicContainer> everyClientPassesEveryStep() {
    return Stream.of(ClientMatrix.OF_USERS, ClientMatrix.OF_TOKENS, ClientMatrix.OF_TABLES)
        .flatMap(List::stream)
        .map(client -> DynamicContainer.dynamicContainer(client.name(), tests(client)));
  }

  @Order(2)
  @Test
  void tableInTheReadmeIsUpToDate() throws IOException {
    assertThat(new ClientTable(outcomes).write())
        .as("local/README.md had another table of clients; it has this one now, commit it")
        .isTrue();
  }

  /** Returns a test that runs the client, and one for each of its steps. */
  private Stream<DynamicTest> tests(Client client) {
    DynamicTest run =
        DynamicTest.dynamicTest(
            "runs",
            () -> {
              outcomes.put(client, client.run().against(emulator));
              assertThat(outcomes.get(client).version()).as("version").isNotEmpty();
            });
    return Stream.concat(
        Stream.of(run),
        client.possibleSteps().stream()
            .map(
                step ->
                    DynamicTest.dynamicTest(
                        step.title(),
                        () ->
                            assertThat(outcomes.getOrDefault(client, new Outcome()).error(step))
                                .isEmpty())));
  }
}
