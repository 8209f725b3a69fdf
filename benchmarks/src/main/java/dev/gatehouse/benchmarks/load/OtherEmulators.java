package dev.gatehouse.benchmarks.load;

import dev.gatehouse.benchmarks.load.CognitoJourney.CodeSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Other emulators of Cognito and this one, for the steps that all of them can play.
 *
 * @param journeys the journeys at each number of clients
 * @param warmUp the journeys before
 */
record OtherEmulators(int journeys, int warmUp) {
  private static final List<Integer> CLIENTS = List.of(1, 16);

  /** The code that ministack always sends, cognito-local is told to send, and moto accepts. */
  private static final String ANY_CODE = "123456";

  /**
   * Measures each in turns.
   *
   * @param others each as {@code NAME=URL=PID}
   */
  List<LoadLevel> measure(Path root, List<String> others) throws IOException, InterruptedException {
    List<LoadLevel> levels = new ArrayList<>();
    if (others.isEmpty()) {
      return levels;
    }
    try (LoadTarget own = LoadTarget.start("this", root)) {
      URI aws = URI.create(own.info().get("awsUrl").getAsString());
      URI inbox = URI.create(own.info().get("inboxUrl").getAsString());
      CodeSource mails =
          (pool, email) ->
              ApiJourney.codeIn(
                  HttpJson.send("GET", URI.create(inbox + "?email=" + email), "", 200));
      levels.addAll(measure("this", aws, own.processes(), mails));
      for (String other : others) {
        String[] parts = other.split("=", -1);
        URI url = URI.create(parts[1]);
        ProcessTree processes =
            new ProcessTree(ProcessHandle.of(Long.parseLong(parts[2])).orElseThrow());
        levels.addAll(measure(parts[0], url, processes, (pool, email) -> ANY_CODE));
      }
    }
    return levels;
  }

  private List<LoadLevel> measure(String name, URI aws, ProcessTree processes, CodeSource codes)
      throws IOException, InterruptedException {
    CognitoJourney journey = CognitoJourney.create(aws, codes);
    List<LoadLevel> levels = new ArrayList<>();
    LoadLevel.run(name, processes, journey, 4, warmUp);
    for (int clients : CLIENTS) {
      LoadLevel level = LoadLevel.run(name, processes, journey, clients, journeys);
      System.out.println(LoadReport.line(level));
      levels.add(level);
    }
    return levels;
  }
}
