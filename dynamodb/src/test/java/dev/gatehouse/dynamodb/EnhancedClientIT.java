package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.EnhancedGlobalSecondaryIndex;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The enhanced client of AWS's SDK for Java against the server. */
@Timeout(120)
class EnhancedClientIT {

  private static final String INDEX = "by-name";
  private static final Expression ABSENT =
      Expression.builder().expression("attribute_not_exists(pk)").build();

  private static DynamoDbServer server;
  private static DynamoDbClient client;
  private static DynamoDbEnhancedClient enhanced;

  @BeforeAll
  static void start() {
    server = DynamoDbServer.start();
    client =
        DynamoDbClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  /** Creates a table by its schema, with an index on the names of its items. */
  private static DynamoDbTable<EnhancedDocument> table(String name) {
    DynamoDbTable<EnhancedDocument> table = enhanced.table(name, documentSchema());
    table.createTable(
        create ->
            create.globalSecondaryIndices(
                EnhancedGlobalSecondaryIndex.builder()
                    .indexName(INDEX)
                    .projection(all -> all.projectionType(ProjectionType.ALL))
                    .build()));
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(wait -> wait.tableName(name));
    }
    return table;
  }

  private static TableSchema<EnhancedDocument> documentSchema() {
    String primary = TableMetadata.primaryIndexName();
    return TableSchema.documentSchemaBuilder()
        .addIndexPartitionKey(primary, "pk", AttributeValueType.S)
        .addIndexSortKey(primary, "sk", AttributeValueType.N)
        .addIndexPartitionKey(INDEX, "name", AttributeValueType.S)
        .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
        .build();
  }

  private static EnhancedDocument document(String pk, int sk) {
    return EnhancedDocument.builder()
        .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
        .putString("pk", pk)
        .putNumber("sk", sk)
        .putString("name", "n" + sk)
        .build();
  }

  private static Key key(String pk, int sk) {
    return Key.builder().partitionValue(pk).sortValue(sk).build();
  }

  @Test
  void tableComesAndGoes() {
    DynamoDbTable<EnhancedDocument> table = table("come");
    assertThat(table.describeTable().table().globalSecondaryIndexes())
        .singleElement()
        .matches(index -> index.indexName().equals(INDEX));
    table.deleteTable();
    try (var waiter = client.waiter()) {
      assertThat(
              waiter.waitUntilTableNotExists(wait -> wait.tableName("come")).matched().exception())
          .isPresent();
    }
  }

  @Test
  void itemsAreWrittenReadAndQueried() {
    DynamoDbTable<EnhancedDocument> table = table("written");
    IntStream.range(0, 3).forEach(i -> table.putItem(document("a", i)));
    assertThat(table.getItem(key("a", 1)).getString("name")).isEqualTo("n1");
    Expression named =
        Expression.builder()
            .expression("#n <> :n")
            .putExpressionName("#n", "name")
            .putExpressionValue(":n", AttributeValue.fromS("n1"))
            .build();
    QueryEnhancedRequest query =
        QueryEnhancedRequest.builder()
            .queryConditional(
                QueryConditional.keyEqualTo(Key.builder().partitionValue("a").build()))
            .filterExpression(named)
            .build();
    assertThat(table.query(query).items())
        .extracting(document -> document.getString("name"))
        .containsExactly("n0", "n2");
    assertThat(
            table
                .index(INDEX)
                .query(QueryConditional.keyEqualTo(Key.builder().partitionValue("n2").build())))
        .singleElement()
        .matches(page -> page.items().size() == 1);
    assertThat(table.deleteItem(key("a", 0)).getString("name")).isEqualTo("n0");
    assertThat(table.getItem(key("a", 0))).isNull();
  }

  @Test
  void pagesAreReadToTheirEnd() {
    DynamoDbTable<EnhancedDocument> table = table("pages");
    WriteBatch.Builder<EnhancedDocument> writes =
        WriteBatch.builder(EnhancedDocument.class).mappedTableResource(table);
    IntStream.range(0, 25).forEach(i -> writes.addPutItem(document("a", i)));
    assertThat(
            enhanced
                .batchWriteItem(
                    BatchWriteItemEnhancedRequest.builder().writeBatches(writes.build()).build())
                .unprocessedPutItemsForTable(table))
        .isEmpty();
    assertThat(table.scan(scan -> scan.limit(4)).items()).hasSize(25);
    assertThat(
            table
                .query(
                    query ->
                        query
                            .limit(4)
                            .queryConditional(
                                QueryConditional.sortGreaterThanOrEqualTo(key("a", 5))))
                .items())
        .hasSize(20);
    assertThat(table.index(INDEX).scan(scan -> scan.limit(4)).stream())
        .flatExtracting(page -> page.items())
        .hasSize(25);
    ReadBatch.Builder<EnhancedDocument> reads =
        ReadBatch.builder(EnhancedDocument.class).mappedTableResource(table);
    IntStream.range(0, 25).forEach(i -> reads.addGetItem(key("a", i)));
    assertThat(enhanced.batchGetItem(get -> get.readBatches(reads.build())).resultsForTable(table))
        .hasSize(25);
  }

  @Test
  void conditionsAndTransactionsFailAsExceptions() {
    DynamoDbTable<EnhancedDocument> table = table("failing");
    table.putItem(document("a", 1));
    assertThatThrownBy(
            () ->
                table.putItem(
                    PutItemEnhancedRequest.builder(EnhancedDocument.class)
                        .item(document("a", 1))
                        .conditionExpression(ABSENT)
                        .build()))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThatThrownBy(
            () ->
                enhanced.transactWriteItems(
                    transaction ->
                        transaction
                            .addPutItem(table, document("b", 1))
                            .addConditionCheck(
                                table,
                                check -> check.key(key("a", 1)).conditionExpression(ABSENT))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting("code")
                    .isEqualTo(List.of("None", "ConditionalCheckFailed")));
    assertThat(table.getItem(key("b", 1))).isNull();
  }
}
