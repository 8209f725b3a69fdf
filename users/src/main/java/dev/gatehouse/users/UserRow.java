package dev.gatehouse.users;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** Collects the attributes of a row while it is read; a {@link User} is complete from birth. */
final class UserRow {
  /** Written out rather than found by reflection, which costs a cold start its time. */
  static final TableSchema<User> SCHEMA =
      StaticImmutableTableSchema.builder(User.class, UserRow.class)
          .newItemBuilder(UserRow::new, UserRow::toUser)
          .addAttribute(
              String.class,
              a ->
                  a.name("sub")
                      .getter(User::sub)
                      .setter((row, value) -> row.sub = value)
                      .tags(primaryPartitionKey()))
          .addAttribute(
              String.class,
              a -> a.name("email").getter(User::email).setter((row, value) -> row.email = value))
          .addAttribute(
              Boolean.class,
              a ->
                  a.name("emailVerified")
                      .getter(User::emailVerified)
                      .setter((row, value) -> row.emailVerified = value))
          .addAttribute(
              String.class,
              a -> a.name("locale").getter(User::locale).setter((row, value) -> row.locale = value))
          .addAttribute(
              String.class,
              a ->
                  a.name("givenName")
                      .getter(User::givenName)
                      .setter((row, value) -> row.givenName = value))
          .addAttribute(
              String.class,
              a ->
                  a.name("familyName")
                      .getter(User::familyName)
                      .setter((row, value) -> row.familyName = value))
          .addAttribute(
              Instant.class,
              a ->
                  a.name("createdAt")
                      .getter(User::createdAt)
                      .setter((row, value) -> row.createdAt = value))
          .addAttribute(
              Instant.class,
              a ->
                  a.name("confirmedAt")
                      .getter(User::confirmedAt)
                      .setter((row, value) -> row.confirmedAt = value))
          .addAttribute(
              Instant.class,
              a ->
                  a.name("updatedAt")
                      .getter(User::updatedAt)
                      .setter((row, value) -> row.updatedAt = value))
          .addAttribute(
              String.class,
              a ->
                  a.name("userName")
                      .getter(User::userName)
                      .setter((row, value) -> row.userName = value))
          .addAttribute(
              String.class,
              a ->
                  a.name("userPoolId")
                      .getter(User::userPoolId)
                      .setter((row, value) -> row.userPoolId = value))
          .addAttribute(
              Long.class,
              a ->
                  a.name("version")
                      .getter(User::version)
                      .setter((row, value) -> row.version = value))
          .build();

  private @Nullable String sub;
  private @Nullable String email;
  private @Nullable Boolean emailVerified;
  private @Nullable String locale;
  private @Nullable String givenName;
  private @Nullable String familyName;
  private @Nullable Instant createdAt;
  private @Nullable Instant confirmedAt;
  private @Nullable Instant updatedAt;
  private @Nullable String userName;
  private @Nullable String userPoolId;
  private @Nullable Long version;

  private User toUser() {
    return new User(
        requireNonNull(sub, "sub"),
        requireNonNull(email, "email"),
        requireNonNull(emailVerified, "emailVerified"),
        locale,
        givenName,
        familyName,
        requireNonNull(createdAt, "createdAt"),
        requireNonNull(confirmedAt, "confirmedAt"),
        requireNonNull(updatedAt, "updatedAt"),
        requireNonNull(userName, "userName"),
        requireNonNull(userPoolId, "userPoolId"),
        requireNonNull(version, "version"));
  }
}
