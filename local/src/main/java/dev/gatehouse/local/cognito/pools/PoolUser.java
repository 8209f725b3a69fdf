package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is a user of a pool; every change makes a new one.
 *
 * @param username the UUID in a pool whose people sign up with their address, else the name chosen
 * @param attributes sub first, then in the order set
 * @param password null until one is set
 */
public record PoolUser(
    String username,
    Map<String, String> attributes,
    UserStatus status,
    boolean enabled,
    @Nullable Password password,
    Map<Code.Purpose, Code> codes,
    Instant created,
    Instant modified) {

  /** Copies the maps. */
  public PoolUser {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    codes = Map.copyOf(codes);
  }

  /** Returns a user who has just been created. */
  public static PoolUser create(
      String username, Map<String, String> attributes, UserStatus status, Instant now) {
    return new PoolUser(username, attributes, status, true, null, Map.of(), now, now);
  }

  /** Returns the id that never changes. */
  public String sub() {
    return attributes.getOrDefault("sub", username);
  }

  /** Returns an attribute, or nothing if the user has none of this name. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Tells whether the user proved to read mail at the address. */
  public boolean emailVerified() {
    return attribute("email").isPresent()
        && attribute("email_verified").filter("true"::equals).isPresent();
  }

  /** Returns the code of this purpose, or nothing if none was asked for. */
  public Optional<Code> code(Code.Purpose purpose) {
    return Optional.ofNullable(codes.get(purpose));
  }

  /** Returns the user with another status. */
  public PoolUser with(UserStatus other, Instant now) {
    return new PoolUser(username, attributes, other, enabled, password, codes, created, now);
  }

  /** Returns the user with another password. */
  public PoolUser with(Password other, Instant now) {
    return new PoolUser(username, attributes, status, enabled, other, codes, created, now);
  }

  /** Returns the user with this code in the place of an earlier one for the same purpose. */
  public PoolUser with(Code.Purpose purpose, Code code) {
    Map<Code.Purpose, Code> more = new LinkedHashMap<>(codes);
    more.put(purpose, code);
    return new PoolUser(username, attributes, status, enabled, password, more, created, modified);
  }

  /** Returns the user without a code of this purpose. */
  public PoolUser without(Code.Purpose purpose) {
    Map<Code.Purpose, Code> fewer = new LinkedHashMap<>(codes);
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

  /** Returns the user let in or shut out. */
  public PoolUser enabled(boolean allowed, Instant now) {
    return new PoolUser(username, attributes, status, allowed, password, codes, created, now);
  }
}
