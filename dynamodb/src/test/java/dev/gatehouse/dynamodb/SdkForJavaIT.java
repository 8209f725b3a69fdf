package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** AWS's SDK for Java against the server: the synchronous and the asynchronous client. */
@Timeout(120)
class SdkForJavaIT {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"));

  private static DynamoDbServer server;
  private static DynamoDbClient client;
  private static DynamoDbAsyncClient async;

  @BeforeAll
  static void start() {
    server = DynamoDbServer.start();
    client =
        DynamoDbClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    async =
        DynamoDbAsyncClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(AwsCrtAsyncHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    async.close();
    server.close();
  }

  private static void createTable(String name) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .attributeDefinitions(
                    attribute("pk", ScalarAttributeType.S),
                    attribute("sk", ScalarAttributeType.N)));
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(table -> table.tableName(name));
    }
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static Map<String, AttributeValue> item(String pk, int sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromN("" + sk));
  }

  private static void fill(String table, int items) {
    for (int start = 0; start < items; start += 25) {
      List<WriteRequest> writes =
          IntStream.range(start, start + 25)
              .mapToObj(
                  i ->
                      WriteRequest.builder()
                          .putRequest(PutRequest.builder().item(item("p", i)).build())
                          .build())
              .toList();
      assertThat(client.batchWriteItem(batch -> batch.requestItems(Map.of(table, writes))))
          .matches(answer -> !answer.hasUnprocessedItems() || answer.unprocessedItems().isEmpty());
    }
  }

  @Test
  void waitersSeeATableComeAndGo() {
    createTable("waited");
    assertThat(client.describeTable(t -> t.tableName("waited")).table().tableStatus())
        .isEqualTo(TableStatus.ACTIVE);
    client.deleteTable(table -> table.tableName("waited"));
    try (var waiter = client.waiter()) {
      assertThat(
              waiter
                  .waitUntilTableNotExists(table -> table.tableName("waited"))
                  .matched()
                  .exception())
          .isPresent();
    }
  }

  @Test
  void paginatorsReadEveryPage() {
    createTable("paged");
    fill("paged", 100);
    assertThat(client.scanPaginator(scan -> scan.tableName("paged").limit(7)).items()).hasSize(100);
    assertThat(
            client
                .queryPaginator(
                    query ->
                        query
                            .tableName("paged")
                            .limit(30)
                            .scanIndexForward(false)
                            .keyConditionExpression("pk = :p AND sk >= :s")
                            .expressionAttributeValues(
                                Map.of(
                                    ":p", AttributeValue.fromS("p"),
                                    ":s", AttributeValue.fromN("50"))))
                .items())
        .hasSize(50)
        .first()
        .isEqualTo(item("p", 99));
    assertThat(client.listTablesPaginator(list -> list.limit(1)).tableNames()).contains("paged");
  }

  @Test
  void exceptionsCarryWhatTheyShould() {
    createTable("failing");
    client.putItem(put -> put.tableName("failing").item(item("a", 1)));
    assertThatThrownBy(
            () ->
                client.putItem(
                    put ->
                        put.tableName("failing")
                            .item(item("a", 1))
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure("ALL_OLD")))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> assertThat(e.item()).isEqualTo(item("a", 1)));
    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    transaction ->
                        transaction.transactItems(
                            List.of(
                                put(item("b", 1), "attribute_not_exists(pk)"),
                                put(item("a", 1), "attribute_not_exists(pk)")))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting("code")
                    .containsExactly("None", "ConditionalCheckFailed"));
  }

  private static TransactWriteItem put(Map<String, AttributeValue> item, String condition) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName("failing").item(item).conditionExpression(condition))
        .build();
  }

  @Test
  void batchPaginatorsReadEveryPage() {
    createTable("batch");
    fill("batch", 100);
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(IntStream.range(0, 100).mapToObj(i -> item("p", i)).toList())
            .build();
    assertThat(
            client.batchGetItemPaginator(get -> get.requestItems(Map.of("batch", keys))).stream()
                .flatMap(page -> page.responses().values().stream())
                .flatMap(List::stream))
        .hasSize(100);
  }

  @Test
  void asynchronousClientWorksToo() {
    createTable("later");
    async.putItem(put -> put.tableName("later").item(item("a", 1))).join();
    assertThat(async.getItem(get -> get.tableName("later").key(item("a", 1))).join().item())
        .isEqualTo(item("a", 1));
    assertThat(async.describeTable(table -> table.tableName("later")).join().table().itemCount())
        .isEqualTo(1);
  }

  @Test
  void asynchronousWaitersSeeATableComeAndGo() {
    createTable("soon");
    try (var waiter = async.waiter()) {
      assertThat(waiter.waitUntilTableExists(table -> table.tableName("soon")).join().matched())
          .matches(matched -> matched.response().isPresent());
      async.deleteTable(table -> table.tableName("soon")).join();
      assertThat(waiter.waitUntilTableNotExists(table -> table.tableName("soon")).join().matched())
          .matches(matched -> matched.exception().isPresent());
    }
  }

  @Test
  void asynchronousPaginatorsReadEveryPage() {
    createTable("stream");
    fill("stream", 100);
    List<Map<String, AttributeValue>> scanned = new CopyOnWriteArrayList<>();
    async
        .scanPaginator(scan -> scan.tableName("stream").limit(7))
        .items()
        .subscribe(scanned::add)
        .join();
    assertThat(scanned).hasSize(100);
    List<Map<String, AttributeValue>> found = new CopyOnWriteArrayList<>();
    async
        .queryPaginator(
            query ->
                query
                    .tableName("stream")
                    .limit(9)
                    .keyConditionExpression("pk = :p")
                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))))
        .items()
        .subscribe(found::add)
        .join();
    assertThat(found).hasSize(100).first().isEqualTo(item("p", 0));
    List<String> tables = new CopyOnWriteArrayList<>();
    async.listTablesPaginator(list -> list.limit(1)).tableNames().subscribe(tables::add).join();
    assertThat(tables).contains("stream");
  }
}
