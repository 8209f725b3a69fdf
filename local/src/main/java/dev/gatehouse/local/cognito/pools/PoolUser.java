package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user of a user pool; immutable.
 *
 * @param username a UUID where users sign in with their e-mail address, else the chosen name
 * @param attributes the attributes: sub first, then in the order set
 * @param password the password, null until one is set
 * @param groups the names of the user's groups, in the order of joining
 * @param mfa the second factors
 * @param devices the confirmed devices, the oldest first
 */
public record PoolUser(
    String username,
    Map<String, String> attributes,
    UserStatus status,
    boolean enabled,
    @Nullable HashedPassword password,
    Map<ConfirmationCode.Purpose, ConfirmationCode> codes,
    Instant created,
    Instant modified,
    List<String> groups,
    UserMfa mfa,
    List<Device> devices) {

  /** Creates a user with copies of the collections; older state files lack the last three. */
  public PoolUser {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    codes = Map.copyOf(codes);
    groups = groups == null ? List.of() : List.copyOf(groups);
    mfa = Objects.requireNonNullElse(mfa, UserMfa.NONE);
    devices = devices == null ? List.of() : List.copyOf(devices);
  }

  /** Returns a new user. */
  public static PoolUser create(
      String username, Map<String, String> attributes, UserStatus status, Instant now) {
    return new PoolUser(
        username,
        attributes,
        status,
        true,
        null,
        Map.of(),
        now,
        now,
        List.of(),
        UserMfa.NONE,
        List.of());
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

  /** Returns the confirmed device of this key, or an empty Optional if there is none. */
  public Optional<Device> device(String key) {
    return devices.stream().filter(device -> device.key().equals(key)).findFirst();
  }

  /** Returns the user with another status. */
  public PoolUser with(UserStatus other, Instant now) {
    return copy(
        copy -> {
          copy.status = other;
          copy.modified = now;
        });
  }

  /** Returns the user with another password. */
  public PoolUser with(HashedPassword other, Instant now) {
    return copy(
        copy -> {
          copy.password = other;
          copy.modified = now;
        });
  }

  /** Returns the user with this code, which replaces an earlier one of the same purpose. */
  public PoolUser with(ConfirmationCode.Purpose purpose, ConfirmationCode code) {
    return copy(copy -> copy.codes.put(purpose, code));
  }

  /** Returns the user with these second factors. */
  public PoolUser with(UserMfa other) {
    return copy(copy -> copy.mfa = other);
  }

  /** Returns the user without a code of this purpose. */
  public PoolUser without(ConfirmationCode.Purpose purpose) {
    return copy(copy -> copy.codes.remove(purpose));
  }

  /** Returns the user with this attribute set. */
  public PoolUser withAttribute(String name, String value) {
    return copy(copy -> copy.attributes.put(name, value));
  }

  /** Returns the user without this attribute. */
  public PoolUser withoutAttribute(String name) {
    return copy(copy -> copy.attributes.remove(name));
  }

  /** Returns the user enabled or disabled. */
  public PoolUser withEnabled(boolean other, Instant now) {
    return copy(
        copy -> {
          copy.enabled = other;
          copy.modified = now;
        });
  }

  /** Returns the user as a member of one more group. */
  public PoolUser withGroup(String group) {
    return groups.contains(group) ? this : copy(copy -> copy.groups.add(group));
  }

  /** Returns the user without a group. */
  public PoolUser withoutGroup(String group) {
    return copy(copy -> copy.groups.remove(group));
  }

  /** Returns the user with this device, which replaces the one of the same key. */
  public PoolUser with(Device device) {
    return copy(
        copy -> {
          if (device(device.key()).isPresent()) {
            copy.devices.replaceAll(old -> old.key().equals(device.key()) ? device : old);
          } else {
            copy.devices.add(device);
          }
        });
  }

  /** Returns the user without a device. */
  public PoolUser withoutDevice(String key) {
    return copy(copy -> copy.devices.removeIf(device -> device.key().equals(key)));
  }

  private PoolUser copy(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new PoolUser(
        username,
        copy.attributes,
        copy.status,
        copy.enabled,
        copy.password,
        copy.codes,
        created,
        copy.modified,
        copy.groups,
        copy.mfa,
        copy.devices);
  }

  /** What may change of a user. */
  private static final class Copy {
    final Map<String, String> attributes;
    final Map<ConfirmationCode.Purpose, ConfirmationCode> codes;
    final List<String> groups;
    final List<Device> devices;
    UserStatus status;
    boolean enabled;
    @Nullable HashedPassword password;
    Instant modified;
    UserMfa mfa;

    Copy(PoolUser user) {
      this.attributes = new LinkedHashMap<>(user.attributes);
      this.codes = new LinkedHashMap<>(user.codes);
      this.groups = new ArrayList<>(user.groups);
      this.devices = new ArrayList<>(user.devices);
      this.status = user.status;
      this.enabled = user.enabled;
      this.password = user.password;
      this.modified = user.modified;
      this.mfa = user.mfa;
    }
  }
}
