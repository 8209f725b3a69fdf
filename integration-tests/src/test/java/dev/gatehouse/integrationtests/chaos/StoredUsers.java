package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All users of the pool and all rows of the table. */
final class StoredUsers {
  /** Of keys that are no sub: those of tombstones and of reconcile's notes. */
  private static final String NO_USER = "#";

  private final LocalEmulator emulator;
  private final AwsAccount account;
  private final DynamoDbClient dynamoDb;

  /** What the pool or the table has about a confirmed user. */
  record StoredUser(
      String sub, String email, boolean emailVerified, Optional<String> givenName, String pool) {}

  StoredUsers(LocalEmulator emulator) {
    this.emulator = emulator;
    this.account = new AwsAccount(emulator);
    this.dynamoDb = AwsAccount.client(DynamoDbClient.builder(), emulator.aws());
  }

  /** Returns every user of the pool, by address. */
  Map<String, UserType> inThePool() {
    return account
        .cognito()
        .listUsersPaginator(list -> list.userPoolId(account.poolId()))
        .users()
        .stream()
        .collect(Collectors.toMap(user -> attribute(user, "email").orElseThrow(), user -> user));
  }

  /** Returns the users whom Cognito calls CONFIRMED, by sub. */
  Map<String, StoredUser> confirmed() {
    return inThePool().values().stream()
        .filter(user -> user.userStatusAsString().equals("CONFIRMED"))
        .map(
            user ->
                new StoredUser(
                    user.username(),
                    attribute(user, "email").orElseThrow(),
                    attribute(user, "email_verified").orElse("").equals("true"),
                    attribute(user, "given_name"),
                    account.poolId()))
        .collect(Collectors.toMap(StoredUser::sub, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** Returns every row of a user, by sub. */
  Map<String, StoredUser> rows() {
    List<Map<String, AttributeValue>> items =
        dynamoDb
            .scanPaginator(scan -> scan.tableName(emulator.info("tableName")).consistentRead(true))
            .items()
            .stream()
            .toList();
    return items.stream()
        .filter(item -> !text(item, "sub").orElseThrow().contains(NO_USER))
        .map(
            item ->
                new StoredUser(
                    text(item, "sub").orElseThrow(),
                    text(item, "email").orElse("none"),
                    item.containsKey("emailVerified") && item.get("emailVerified").bool(),
                    text(item, "givenName"),
                    text(item, "userPoolId").orElse("none")))
        .collect(Collectors.toMap(StoredUser::sub, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** Returns an attribute of a user of the pool. */
  static Optional<String> attribute(UserType user, String name) {
    return user.attributes().stream()
        .filter(each -> each.name().equals(name))
        .map(AttributeType::value)
        .findFirst();
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }
}
