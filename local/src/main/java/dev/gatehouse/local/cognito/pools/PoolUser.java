package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a user pool; immutable.
 *
 * @param username a UUID where users sign in with their e-mail address, else the chosen name
 * @param attributes the attributes: sub first, then in the order set
 * @param password the password, null until one is set
 */
public record PoolUser(
    String username,
    Map<String, String> attributes,
    UserStatus status,
    boolean enabled,
    @Nullable HashedPassword password,
    Map<ConfirmationCode.Purpose, ConfirmationCode> codes,
    Instant created,
    Instant modified) {

  /** Creates a user with copies of the maps. */
  public PoolUser {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    codes = Map.copyOf(codes);
  }

  /** Returns a new user. */
  public static PoolUser create(
      String username, Map<String, String> attributes, UserStatus status, Instant now) {
    return new PoolUser(username, attributes, status, true, null, Map.of(), now, now);
  }

  /** Returns the sub attribute, which never changes. */
  public String sub() {
    return attributes.getOrDefault("sub", username);
  }

  /** Returns an attribute, or an empty Optional if the user does not have it. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns whether the e-mail address is verified. */
  public boolean emailVerified() {
    return attribute("email").isPresent()
        && attribute("email_verified").filter("true"::equals).isPresent();
  }

  /** Returns the code of this purpose, or an empty Optional if none was sent. */
  public Optional<ConfirmationCode> code(ConfirmationCode.Purpose purpose) {
    return Optional.ofNullable(codes.get(purpose));
  }

  /** Returns the user with another status. */
  public PoolUser with(UserStatus other, Instant now) {
    return new PoolUser(username, attributes, other, enabled, password, codes, created, now);
  }

  /** Returns the user with another password. */
  public PoolUser with(HashedPassword other, Instant now) {
    return new PoolUser(username, attributes, status, enabled, other, codes, created, now);
  }

  /** Returns the user with this code, which replaces an earlier one of the same purpose. */
  public PoolUser with(ConfirmationCode.Purpose purpose, ConfirmationCode code) {
    Map<ConfirmationCode.Purpose, ConfirmationCode> more = new LinkedHashMap<>(codes);
    more.put(purpose, code);
    return new PoolUser(username, attributes, status, enabled, password, more, created, modified);
  }

  /** Returns the user without a code of this purpose. */
  public PoolUser without(ConfirmationCode.Purpose purpose) {
    Map<ConfirmationCode.Purpose, ConfirmationCode> fewer = new LinkedHashMap<>(codes);
    fewer.remove(purpose);
    return new PoolUser(username, attributes, status, enabled, password, fewer, created, modified);
  }

  /** Returns the user with this attribute set. */
  public PoolUser withAttribute(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new PoolUser(username, more, status, enabled, password, codes, created, modified);
  }

  /** Returns the user without this attribute. */
  public PoolUser withoutAttribute(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(attributes);
    fewer.remove(name);
    return new PoolUser(username, fewer, status, enabled, password, codes, created, modified);
  }

  /** Returns the user enabled or disabled. */
  public PoolUser withEnabled(boolean other, Instant now) {
    return new PoolUser(username, attributes, status, other, password, codes, created, now);
  }
}
