package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
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

/** Writes to a server that is killed while it writes its file. */
@Timeout(300)
class KilledServerIT {

  private static final int THREADS = 8;

  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final Path file;

  KilledServerIT(@TempDir Path directory) {
    this.file = directory.resolve("tables.mv");
  }

  @Test
  void whatWasAnsweredIsThereAfterTwoKills() throws Exception {
    kill(2);
  }

  @Test
  @Tag("nightly")
  void whatWasAnsweredIsThereAfterTenKills() throws Exception {
    kill(10);
  }

  private void kill(int times) throws Exception {
    try (Store store = Store.open(file);
        DynamoDb dynamoDb = open(store)) {
      JsonObject created = dynamoDb.call("CreateTable", table());
      assertThat(created.has("TableDescription")).isTrue();
    }
    for (int time = 0; time < times; time++) {
      killWhileWriting();
      checkWhatIsThere();
    }
  }

  private static JsonObject table() {
    return JsonParser.parseString(
            """
            {"TableName":"pairs","BillingMode":"PAY_PER_REQUEST",
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
               {"AttributeName":"g","AttributeType":"S"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byG","Projection":{"ProjectionType":"ALL"},
               "KeySchema":[{"AttributeName":"g","KeyType":"HASH"}]}]}
            """)
        .getAsJsonObject();
  }

  private static DynamoDb open(Store store) {
    return DynamoDb.open(store, "us-east-1", "000000000000", InstantSource.system());
  }

  private void killWhileWriting() throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DynamoDbServer.class.getName(),
                "0",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String line = server.inputReader().readLine();
    URI endpoint = URI.create(line.substring(line.indexOf("http")));
    int before = answered.size();
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        threads.execute(() -> writeUntilItIsKilled(client, endpoint));
      }
      while (answered.size() < before + 200) {
        Thread.sleep(5);
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(300));
      server.destroyForcibly();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(server.waitFor()).isEqualTo(137);
  }

  /** Writes pairs of items, each pair in a transaction. */
  private void writeUntilItIsKilled(HttpClient client, URI endpoint) {
    try {
      while (true) {
        String pair = "p" + next.incrementAndGet();
        String put =
            "{\"Put\":{\"TableName\":\"pairs\",\"Item\":{\"pk\":{\"S\":\"%s\"},\"g\":{\"S\":\"%s\"}}}}";
        String body =
            "{\"TransactItems\":[%s,%s]}"
                .formatted(put.formatted(pair + "a", pair), put.formatted(pair + "b", pair));
        HttpRequest request =
            HttpRequest.newBuilder(endpoint)
                .header("X-Amz-Target", "DynamoDB_20120810.TransactWriteItems")
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          answered.add(pair);
        }
      }
    } catch (IOException killed) {
      // What this test waits for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void checkWhatIsThere() {
    try (Store store = Store.open(file);
        DynamoDb dynamoDb = open(store)) {
      Set<String> items = ConcurrentHashMap.newKeySet();
      Set<String> entries = ConcurrentHashMap.newKeySet();
      scan(dynamoDb, "", items);
      scan(dynamoDb, "byG", entries);
      assertThat(entries).isEqualTo(items);
      for (String pair : answered) {
        assertThat(items).contains(pair + "a", pair + "b");
      }
      assertThat(items)
          .allSatisfy(
              item ->
                  assertThat(items)
                      .contains(
                          item.endsWith("a") ? item.replace('a', 'b') : item.replace('b', 'a')));
    }
  }

  private static void scan(DynamoDb dynamoDb, String index, Set<String> keys) {
    JsonObject scan = new JsonObject();
    scan.addProperty("TableName", "pairs");
    if (!index.isEmpty()) {
      scan.addProperty("IndexName", index);
    }
    while (true) {
      JsonObject page = dynamoDb.call("Scan", scan);
      page.getAsJsonArray("Items")
          .forEach(
              item ->
                  keys.add(item.getAsJsonObject().getAsJsonObject("pk").get("S").getAsString()));
      if (!page.has("LastEvaluatedKey")) {
        return;
      }
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
  }
}
