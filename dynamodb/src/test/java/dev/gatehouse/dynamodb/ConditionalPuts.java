package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that put the same items, each of which only the first put may write. */
final class ConditionalPuts {

  private static final int THREADS = 8;

  private final TestDynamoDb dynamoDb;

  ConditionalPuts(TestDynamoDb dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Makes so many puts in each thread; every two threads put the same items. */
  void run(int puts) throws Exception {
    dynamoDb.createTable("puts", "pk");
    Set<String> written = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        counts.add(threads.submit(() -> put(number, puts, written)));
      }
      int successes = 0;
      for (Future<Integer> count : counts) {
        successes += count.get();
      }
      assertThat(successes).isEqualTo(THREADS / 2 * puts);
    }
    assertThat(written).hasSize(THREADS / 2 * puts);
    assertThat(stored()).isEqualTo(THREADS / 2 * puts);
  }

  private int put(int thread, int puts, Set<String> written) {
    int successes = 0;
    for (int i = 0; i < puts; i++) {
      String key = thread / 2 + "-" + i;
      DynamoDbResponse response =
          dynamoDb.send(
              "PutItem",
              ("{\"TableName\":\"puts\",\"Item\":{\"pk\":{\"S\":\"%s\"},\"by\":{\"N\":\"%s\"}},"
                      + "\"ConditionExpression\":\"attribute_not_exists(pk)\"}")
                  .formatted(key, String.valueOf(thread)));
      if (response.status() == 200) {
        assertThat(written.add(key)).as(key).isTrue();
        successes++;
      } else {
        assertThat(response.text()).contains("ConditionalCheckFailedException");
      }
    }
    return successes;
  }

  private int stored() {
    int count = 0;
    String start = "";
    while (true) {
      var page =
          dynamoDb.call("Scan", "{\"TableName\":\"puts\",\"Select\":\"COUNT\"%s}".formatted(start));
      count += page.get("Count").getAsInt();
      if (!page.has("LastEvaluatedKey")) {
        return count;
      }
      start = ",\"ExclusiveStartKey\":" + page.get("LastEvaluatedKey");
    }
  }
}
