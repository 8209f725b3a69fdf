package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows written to an emulator with a data directory that is killed meanwhile. */
@Timeout(300)
class KilledEmulatorIT {

  private static final int THREADS = 8;
  private static final int ROWS_BEFORE_A_KILL = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();

  @TempDir private Path data;

  @Test
  @Tag("extended")
  void everyRowThatWasAnsweredIsThereAfterTwoKills() throws Exception {
    check(2);
  }

  @Test
  @Tag("nightly")
  void everyRowThatWasAnsweredIsThereAfterTenKills() throws Exception {
    check(10);
  }

  private void check(int kills) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      killWhileWriting();
    }
    try (LocalEmulator emulator = start()) {
      Set<String> rows = rows(emulator);
      assertThat(rows).containsAll(answered);
      // At most the row that each thread had sent and no answer came for.
      assertThat(rows.size() - answered.size()).isBetween(0, kills * THREADS);
    }
  }

  private LocalEmulator start() {
    return LocalEmulator.start("--data", data.toString());
  }

  private void killWhileWriting() throws InterruptedException {
    LocalEmulator emulator = start();
    int before = answered.size();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        threads.execute(() -> writeUntilItIsKilled(emulator));
      }
      while (answered.size() < before + ROWS_BEFORE_A_KILL) {
        Thread.sleep(5);
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(200));
      emulator.process().destroyForcibly();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    emulator.process().waitFor();
  }

  private void writeUntilItIsKilled(LocalEmulator emulator) {
    try {
      while (true) {
        String key = "row-" + sent.incrementAndGet();
        String put =
            "{\"TableName\":\"%s\",\"Item\":{\"sub\":{\"S\":\"%s\"}},\"ConditionExpression\":\"attribute_not_exists(#s)\",\"ExpressionAttributeNames\":{\"#s\":\"sub\"}}"
                .formatted(emulator.info("tableName"), key);
        if (call(emulator, "PutItem", put).statusCode() == 200) {
          answered.add(key);
        }
      }
    } catch (IOException killed) {
      // What this test waits for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> call(LocalEmulator emulator, String operation, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(emulator.aws())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("X-Amz-Date", "20260101T000000Z")
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=any/any, SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private Set<String> rows(LocalEmulator emulator) throws IOException, InterruptedException {
    Set<String> rows = new HashSet<>();
    JsonObject scan = new JsonObject();
    scan.addProperty("TableName", emulator.info("tableName"));
    while (true) {
      JsonObject page =
          JsonParser.parseString(call(emulator, "Scan", scan.toString()).body()).getAsJsonObject();
      for (JsonElement item : page.getAsJsonArray("Items")) {
        rows.add(item.getAsJsonObject().getAsJsonObject("sub").get("S").getAsString());
      }
      if (!page.has("LastEvaluatedKey")) {
        return rows;
      }
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
  }
}
