package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserRows;
import dev.gatehouse.users.Users;
import dev.gatehouse.users.UsersContract;
import dev.gatehouse.users.pictures.PictureState;
import dev.gatehouse.users.pictures.PictureStates;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The contract of {@link Users}, extended by the attributes of a row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbUsersContract extends UsersContract {
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("sub").keyType(KeyType.HASH).build();
  private static final AttributeDefinition SUB =
      AttributeDefinition.builder()
          .attributeName("sub")
          .attributeType(ScalarAttributeType.S)
          .build();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String tableName = "users-" + UUID.randomUUID();
  private DynamoDbClient client;
  private Users users;

  /** Starts the database and returns its endpoint. */
  abstract URI start() throws Exception;

  /** Stops the database. */
  abstract void stop() throws Exception;

  @BeforeAll
  final void createTable() throws Exception {
    client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(start())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    client.createTable(
        table ->
            table
                .tableName(tableName)
                .keySchema(KEY)
                .attributeDefinitions(SUB)
                .billingMode(BillingMode.PAY_PER_REQUEST));
    client.waiter().waitUntilTableExists(table -> table.tableName(tableName));
    users = new DynamoDbUsers(client, tableName);
  }

  @AfterAll
  final void deleteTable() throws Exception {
    try {
      client.deleteTable(table -> table.tableName(tableName));
      client.close();
    } finally {
      stop();
    }
  }

  @Override
  public final Users users() {
    return users;
  }

  @Test
  final void stateOfThePictureSurvivesAChangeOfTheRow() {
    PictureStates pictures = new DynamoDbPictureStates(client, tableName);
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    assertThat(pictures.read(jane.sub())).isEqualTo(PictureState.NONE);

    assertThat(pictures.accepted(jane.sub(), NOON)).isTrue();
    pictures.refused(jane.sub(), "PICTURE_DAMAGED", NOON);
    assertThat(users.replace(StoredUser.of(jane), jane.withProfile(Map.of(), NOON))).isTrue();
    assertThat(pictures.read(jane.sub()))
        .isEqualTo(new PictureState(NOON, "PICTURE_DAMAGED", NOON));

    assertThat(pictures.accepted(jane.sub(), NOON)).isTrue();
    assertThat(pictures.read(jane.sub())).isEqualTo(new PictureState(NOON, null, null));
    pictures.removed(jane.sub());
    assertThat(pictures.read(jane.sub())).isEqualTo(PictureState.NONE);
    assertThat(users.find(jane.sub())).isPresent();
  }

  @Test
  final void pictureOfAnErasedUserMakesNoRow() {
    PictureStates pictures = new DynamoDbPictureStates(client, tableName);
    User jane = TestUsers.jane();

    assertThat(pictures.accepted(jane.sub(), NOON)).isFalse();
    pictures.refused(jane.sub(), "PICTURE_DAMAGED", NOON);
    pictures.removed(jane.sub());

    assertThat(users.read(jane.sub())).isEmpty();
    assertThat(pictures.read(jane.sub())).isEqualTo(PictureState.NONE);
  }

  @Test
  final void rowHasTheDocumentedAttributes() {
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    Map<String, AttributeValue> row =
        new HashMap<>(
            Map.of(
                "sub", AttributeValue.fromS(jane.sub()),
                "userId", AttributeValue.fromS(jane.sub()),
                "email", AttributeValue.fromS("jane@example.com"),
                "emailVerified", AttributeValue.fromBool(true),
                "createdAt", AttributeValue.fromS("2026-01-02T03:04:05.678901Z"),
                "confirmedAt", AttributeValue.fromS("2026-01-02T03:04:06.678901Z"),
                "updatedAt", AttributeValue.fromS("2026-01-02T03:04:07.678901Z"),
                "userName", AttributeValue.fromS(jane.sub()),
                "userPoolId", AttributeValue.fromS("us-east-1_EXAMPLE"),
                "version", AttributeValue.fromN("1")));
    jane.profile()
        .forEach(
            (attribute, value) -> row.put(attribute.attributeName(), AttributeValue.fromS(value)));
    assertThat(row(jane.sub())).containsExactlyInAnyOrderEntriesOf(row);
  }

  @Test
  final void absentAttributesAreLeftOutOfTheRow() {
    User minimal = TestUsers.minimal(UUID.randomUUID().toString());
    users.putIfAbsent(minimal);
    assertThat(row(minimal.sub())).doesNotContainKeys("locale", "givenName", "familyName");
  }

  @Test
  final void updateRemovesAbsentAttributesAndKeepsUnknownOnes() {
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    client.updateItem(
        update ->
            update
                .tableName(tableName)
                .key(Map.of("sub", AttributeValue.fromS(jane.sub())))
                .updateExpression("SET badge = :badge")
                .expressionAttributeValues(Map.of(":badge", AttributeValue.fromS("gold"))));
    users.replace(
        users.read(jane.sub()).orElseThrow(),
        jane.withProfile(Map.of(ProfileAttribute.FAMILY_NAME, "Doe"), TestUsers.CREATED));
    assertThat(row(jane.sub()))
        .doesNotContainKeys("locale", "givenName")
        .containsEntry("userId", AttributeValue.fromS(jane.sub()))
        .containsEntry("familyName", AttributeValue.fromS("Doe"))
        .containsEntry("badge", AttributeValue.fromS("gold"))
        .containsEntry("version", AttributeValue.fromN("2"));
  }

  static Stream<RowDamage> everyDamage() {
    return RowDamage.every();
  }

  @ParameterizedTest
  @MethodSource("everyDamage")
  final void damagedRowIsReadAsFarAsItGoesAndReplacedOnce(RowDamage damage) {
    User jane = TestUsers.jane();
    client.putItem(put -> put.tableName(tableName).item(damage.in(UserRow.of(jane))));
    StoredUser row = users.read(jane.sub()).orElseThrow();
    assertThat(row.isDamaged()).isTrue();
    assertThat(users.find(jane.sub())).isEmpty();
    assertThat(readable(row)).containsExactlyInAnyOrderElementsOf(readable(jane, damage));
    assertThat(users.putIfAbsent(jane)).isEqualTo(PutResult.EXISTS);

    User next = TestUsers.builder(jane.sub()).version(row.nextVersion()).build();
    assertThat(users.replace(row, next)).isTrue();
    assertThat(users.find(jane.sub())).contains(next);
    assertThat(row(jane.sub())).isEqualTo(UserRow.of(next));
    assertThat(users.replace(row, next)).isFalse();
  }

  @Test
  final void tombstoneHasTheUsersIdAndAnExpiryOnly() {
    users.markErased("jane", Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(row("erased#jane"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sub", AttributeValue.fromS("erased#jane"),
                "erasedAt", AttributeValue.fromS("2026-01-02T03:04:05Z"),
                "tombstoneExpiresAt", AttributeValue.fromN("1771211045")));
    assertThat(users.read("jane")).isEmpty();
  }

  @Test
  final void everyRowIsListedWithoutTombstonesAndTheNoteOfAGoneUserStays() {
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    users.markErased("erased", TestUsers.CREATED);
    UserRows rows = (UserRows) users;
    rows.markGone(StoredUser.of(jane), TestUsers.CREATED);
    rows.markGone(StoredUser.of(jane), TestUsers.CREATED.plusSeconds(1));
    rows.markGone(StoredUser.of(TestUsers.minimal("nobody")), TestUsers.CREATED);
    List<StoredUser> listed = new ArrayList<>();
    @Nullable String token = null;
    do {
      UserRows.RowPage page = rows.rows(token);
      listed.addAll(page.rows());
      token = page.next();
    } while (token != null);
    assertThat(listed).extracting(StoredUser::sub).contains(jane.sub()).doesNotContain("nobody");
    assertThat(listed).noneMatch(row -> row.sub().startsWith("erased"));
    User next = jane.withProfile(Map.of(), TestUsers.CREATED);
    assertThat(users.replace(users.read(jane.sub()).orElseThrow(), next)).isTrue();
    assertThat(users.read(jane.sub()).orElseThrow().goneSince()).isEqualTo(TestUsers.CREATED);
  }

  /** Returns the values that a row has. */
  private static List<Object> readable(StoredUser row) {
    return Stream.of(
            row.sub(),
            row.email(),
            row.emailVerified(),
            row.createdAt(),
            row.confirmedAt(),
            row.updatedAt(),
            row.userName(),
            row.userPoolId(),
            row.version().number(),
            row.profile())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns the values of a user that a damage leaves. */
  private static List<Object> readable(User user, RowDamage damage) {
    Map<String, AttributeValue> left = UserRow.of(user);
    left.remove(damage.attribute());
    return readable(UserRow.read(left));
  }

  private Map<String, AttributeValue> row(String sub) {
    Map<String, AttributeValue> key = Map.of("sub", AttributeValue.fromS(sub));
    return client.getItem(get -> get.tableName(tableName).key(key).consistentRead(true)).item();
  }
}
