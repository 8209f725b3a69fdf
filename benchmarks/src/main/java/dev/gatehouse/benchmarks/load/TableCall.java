package dev.gatehouse.benchmarks.load;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A call of DynamoDB that is measured.
 *
 * @param name the name in the tables
 * @param body the request of the call with a number
 */
record TableCall(String name, String operation, IntFunction<String> body) {
  private static final String TABLE = "\"TableName\":\"calls\"";

  private static final String CONDITION =
      """
      "ConditionExpression":"attribute_not_exists(pk) OR confirmed = :yes",
      "ExpressionAttributeValues":{":yes":{"BOOL":true}}
      """;

  /** Items of a partition, of which a query reads all. */
  private static final int PARTITION = 10;

  private static final int BATCH = 10;

  /** Items of each kind, which are written again and again, so that the table does not grow. */
  private static final int ITEMS = 100;

  /** The request that creates the table of all calls. */
  static final String CREATE =
      "{"
          + TABLE
          + """
          ,"BillingMode":"PAY_PER_REQUEST",
          "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
            {"AttributeName":"sk","KeyType":"RANGE"}],
          "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
            {"AttributeName":"sk","AttributeType":"S"}]}
          """;

  /** Returns the calls, in the order in which they are made. */
  static List<TableCall> all() {
    return List.of(
        new TableCall("PutItem", "PutItem", n -> "{" + TABLE + ",\"Item\":" + item("put", n) + "}"),
        new TableCall("PutItem, conditional", "PutItem", TableCall::conditionalPut),
        new TableCall("GetItem", "GetItem", n -> "{" + TABLE + ",\"Key\":" + key("put", n) + "}"),
        new TableCall("UpdateItem", "UpdateItem", TableCall::update),
        new TableCall("Query, 10 items", "Query", TableCall::query),
        new TableCall("BatchWriteItem, 10 items", "BatchWriteItem", TableCall::batch),
        new TableCall("TransactWriteItems, 2 items", "TransactWriteItems", TableCall::transaction));
  }

  private static String keyMembers(String kind, int number) {
    return "\"pk\":{\"S\":\"%s-%s\"},\"sk\":{\"S\":\"item-%s\"}"
        .formatted(kind, number % ITEMS / PARTITION, number % PARTITION);
  }

  private static String key(String kind, int number) {
    return "{" + keyMembers(kind, number) + "}";
  }

  private static String item(String kind, int number) {
    return "{"
        + keyMembers(kind, number)
        + """
        ,"email":{"S":"user@example.com"},"name":{"S":"A name of some length"},
        "visits":{"N":"7"},"confirmed":{"BOOL":true},"roles":{"SS":["reader","writer"]},
        "address":{"M":{"street":{"S":"1 High Street"},"city":{"S":"Springfield"}}},
        "history":{"L":[{"N":"1"},{"S":"two"},{"NULL":true}]}}
        """;
  }

  private static String conditionalPut(int number) {
    return "{%s,\"Item\":%s,%s}".formatted(TABLE, item("conditional", number), CONDITION);
  }

  private static String update(int number) {
    return """
        {%s,"Key":%s,"UpdateExpression":"SET #n = :n, seen = :s ADD visits :one",
        "ConditionExpression":"visits > :zero AND attribute_exists(pk)","ReturnValues":"ALL_NEW",
        "ExpressionAttributeNames":{"#n":"name"},
        "ExpressionAttributeValues":{":n":{"S":"Another name"},":s":{"N":"1790000000"},
          ":one":{"N":"1"},":zero":{"N":"0"}}}
        """
        .formatted(TABLE, key("put", number));
  }

  private static String query(int number) {
    return """
        {%s,"KeyConditionExpression":"pk = :p",
        "ExpressionAttributeValues":{":p":{"S":"put-%s"}}}
        """
        .formatted(TABLE, number % ITEMS / PARTITION);
  }

  private static String batch(int number) {
    String puts =
        IntStream.range(number * BATCH, (number + 1) * BATCH)
            .mapToObj(each -> "{\"PutRequest\":{\"Item\":" + item("batch", each) + "}}")
            .collect(Collectors.joining(","));
    return "{\"RequestItems\":{\"calls\":[" + puts + "]}}";
  }

  private static String transaction(int number) {
    String puts =
        IntStream.of(2 * number, 2 * number + 1)
            .mapToObj(
                each ->
                    "{\"Put\":{%s,\"Item\":%s,%s}}"
                        .formatted(TABLE, item("transaction", each), CONDITION))
            .collect(Collectors.joining(","));
    return "{\"TransactItems\":[" + puts + "]}";
  }
}
