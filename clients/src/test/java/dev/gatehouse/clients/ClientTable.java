package dev.gatehouse.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of clients and steps in local/README.md, between two comments. */
record ClientTable(Map<Client, Outcome> outcomes) {

  private static final Path README = RunningEmulator.ROOT.resolve("local/README.md");
  private static final String START = "<!-- Written by make test-clients. -->\n";
  private static final String END = "<!-- End of what make test-clients writes. -->\n";

  /** Writes the tables; returns whether they were the same before. */
  boolean write() throws IOException {
    String before = Files.readString(README);
    int start = before.indexOf(START);
    int end = before.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException(README + " has no place for the tables");
    }
    String after = before.substring(0, start + START.length()) + text() + before.substring(end);
    Files.writeString(README, after);
    return after.equals(before);
  }

  private String text() {
    return Stream.of(
            table(ClientMatrix.OF_USERS, Step.OF_A_USER),
            table(ClientMatrix.OF_TOKENS, Step.OF_A_TOKEN),
            table(ClientMatrix.OF_TABLES, Step.OF_A_TABLE),
            configurations())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private String table(List<Client> clients, List<Step> steps) {
    StringBuilder table = new StringBuilder("| client | version |");
    steps.forEach(step -> table.append(" ").append(step.title()).append(" |"));
    table.append("\n|---|---|").append("---|".repeat(steps.size())).append("\n");
    for (Client client : clients) {
      table.append("| %s | %s |".formatted(client.name(), outcome(client).version()));
      steps.forEach(step -> table.append(" ").append(cell(client, step)).append(" |"));
      table.append("\n");
    }
    return table.toString();
  }

  private String cell(Client client, Step step) {
    if (client.lacking().containsKey(step)) {
      return "n/a";
    }
    return outcome(client).error(step).isEmpty() ? "yes" : "no";
  }

  private Outcome outcome(Client client) {
    return outcomes.getOrDefault(client, new Outcome());
  }

  private static String configurations() {
    StringBuilder table =
        new StringBuilder("| client | its whole configuration | n/a |\n|---|---|---|\n");
    Stream.of(ClientMatrix.OF_USERS, ClientMatrix.OF_TOKENS, ClientMatrix.OF_TABLES)
        .flatMap(List::stream)
        .forEach(
            client ->
                table.append(
                    "| %s | %s | %s |\n"
                        .formatted(client.name(), client.configuration(), reasons(client))));
    return table.toString();
  }

  private static String reasons(Client client) {
    return client.steps().stream()
        .filter(client.lacking()::containsKey)
        .collect(
            Collectors.groupingBy(
                client.lacking()::get,
                LinkedHashMap::new,
                Collectors.mapping(Step::title, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(reason -> reason.getValue() + ": " + reason.getKey())
        .collect(Collectors.joining("; "));
  }
}
