package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The functions of the account, called as who holds the right to calls them: by Lambda Invoke. */
record Functions(Machine machine) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Calls the function with this Pulumi name and returns its answer; fails if it failed. */
  JsonObject invoke(String name, JsonObject event) throws IOException, InterruptedException {
    String path = "/2015-03-31/functions/" + machine.function(name) + "/invocations";
    Answer answer =
        Answer.of(
            HTTP.send(
                HttpRequest.newBuilder(machine.aws().resolve(path))
                    .POST(BodyPublishers.ofString(event.toString()))
                    .build(),
                BodyHandlers.ofString()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    return answer.json();
  }
}
