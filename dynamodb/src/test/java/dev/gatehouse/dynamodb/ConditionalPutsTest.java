package dev.gatehouse.dynamodb;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConditionalPutsTest {

  @Test
  void onlyTheFirstPutOfEachItemIsWrittenAndNoneIsLost() throws Exception {
    try (TestDynamoDb dynamoDb = new TestDynamoDb()) {
      new ConditionalPuts(dynamoDb).run(500);
    }
  }

  @Test
  @Tag("nightly")
  void eightyThousandPutsLoseNothingEither() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (TestDynamoDb dynamoDb = new TestDynamoDb()) {
        new ConditionalPuts(dynamoDb).run(10_000);
      }
    }
  }
}
