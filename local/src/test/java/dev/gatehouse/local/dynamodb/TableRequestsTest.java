package dev.gatehouse.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRequestsTest {

  @Test
  void createTableHasTheInputsOfThePlan() {
    JsonObject request =
        TableRequests.create(
            table(
                "{name: t, hashKey: a, rangeKey: b, billingMode: PAY_PER_REQUEST,"
                    + " deletionProtectionEnabled: true,"
                    + " attributes: [{name: a, type: S}, {name: b, type: N}],"
                    + " streamEnabled: true, streamViewType: NEW_IMAGE,"
                    + " localSecondaryIndexes: [{name: l, rangeKey: b, projectionType: ALL}],"
                    + " globalSecondaryIndexes:"
                    + " [{name: g, hashKey: b, projectionType: INCLUDE, nonKeyAttributes: [c]}]}"));
    assertThat(request)
        .isEqualTo(
            json(
                """
                {"TableName":"t","BillingMode":"PAY_PER_REQUEST","DeletionProtectionEnabled":true,
                 "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},
                                         {"AttributeName":"b","AttributeType":"N"}],
                 "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},
                              {"AttributeName":"b","KeyType":"RANGE"}],
                 "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},
                 "LocalSecondaryIndexes":[{"IndexName":"l","Projection":{"ProjectionType":"ALL"},
                   "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},
                                {"AttributeName":"b","KeyType":"RANGE"}]}],
                 "GlobalSecondaryIndexes":[{"IndexName":"g",
                   "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["c"]},
                   "KeySchema":[{"AttributeName":"b","KeyType":"HASH"}]}]}
                """));
  }

  @Test
  void provisionedTableHasThroughput() {
    JsonObject request =
        TableRequests.create(
            table(
                "{name: t, hashKey: a, readCapacity: 1, writeCapacity: 2,"
                    + " attributes: [{name: a, type: S}]}"));
    assertThat(request.get("BillingMode").getAsString()).isEqualTo("PROVISIONED");
    assertThat(request.get("ProvisionedThroughput"))
        .isEqualTo(json("{\"ReadCapacityUnits\":1,\"WriteCapacityUnits\":2}"));
  }

  @Test
  void onlyEnabledTimeToLiveIsSet() {
    assertThat(TableRequests.timeToLive(table("{name: t, ttl: {attributeName: e, enabled: true}}")))
        .contains(
            json(
                "{\"TableName\":\"t\","
                    + "\"TimeToLiveSpecification\":{\"Enabled\":true,\"AttributeName\":\"e\"}}"));
    assertThat(TableRequests.timeToLive(table("{name: t, ttl: {enabled: false}}"))).isEmpty();
    assertThat(TableRequests.timeToLive(table("{name: t}"))).isEmpty();
  }

  @Test
  void unsupportedInputsAreRefusedByName() {
    assertThatThrownBy(() -> TableCheck.table(table("{name: t, replicas: [{regionName: x}]}")))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:dynamodb/table:Table \"t\" sets replicas, which the local emulator does not"
                + " support");
    assertThatThrownBy(
            () -> TableCheck.table(table("{name: t, globalSecondaryIndexes: [{warm: 1}]}")))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("sets warm");
  }

  private static Resource table(String inputs) {
    return new Resource(
        "aws:dynamodb/table:Table", "t", "urn:t", "", List.of(), true, json(inputs), json(inputs));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
