package dev.gatehouse.users;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users for tests; a test names only the attributes that it is about. */
public final class TestUsers {
  /** The time at which these users were created. */
  public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");

  /** The pool of these users. */
  public static final String POOL = "us-east-1_EXAMPLE";

  private TestUsers() {}

  /** Returns a user with a new sub and a value for every profile attribute. */
  public static User jane() {
    return builder(UUID.randomUUID().toString())
        .times(CREATED, CREATED.plusSeconds(1), CREATED.plusSeconds(2))
        .build();
  }

  /** Returns a user without a profile, at an address that is not verified. */
  public static User minimal(String sub) {
    return builder(sub).email("x@example.com", false).noProfile().build();
  }

  /** Returns a builder of a user with a value for every profile attribute. */
  public static Builder builder(String sub) {
    return new Builder(sub);
  }

  /** Returns a profile with a value for every attribute. */
  public static Map<ProfileAttribute, String> profile() {
    Map<ProfileAttribute, String> profile = new EnumMap<>(ProfileAttribute.class);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      profile.put(attribute, "Any " + attribute.attributeName());
    }
    profile.put(ProfileAttribute.LOCALE, "de-AT");
    profile.put(ProfileAttribute.GIVEN_NAME, "Jané");
    profile.put(ProfileAttribute.FAMILY_NAME, "Müller-Łódź 名字");
    return profile;
  }

  /** A builder of users. */
  public static final class Builder {
    private final String sub;
    private final Map<ProfileAttribute, String> profile = TestUsers.profile();
    private String email = "jane@example.com";
    private boolean emailVerified = true;
    private Instant createdAt = CREATED;
    private Instant confirmedAt = CREATED;
    private Instant updatedAt = CREATED;
    private String poolId = POOL;
    private long version = 1;

    private Builder(String sub) {
      this.sub = sub;
    }

    /** Sets the address. */
    public Builder email(String address, boolean verified) {
      email = address;
      emailVerified = verified;
      return this;
    }

    /** Removes every profile attribute. */
    public Builder noProfile() {
      profile.clear();
      return this;
    }

    /** Sets the language and the names and removes every other profile attribute. */
    public Builder profile(
        @Nullable String locale, @Nullable String givenName, @Nullable String familyName) {
      return noProfile()
          .set(ProfileAttribute.LOCALE, locale)
          .set(ProfileAttribute.GIVEN_NAME, givenName)
          .set(ProfileAttribute.FAMILY_NAME, familyName);
    }

    /** Sets a profile attribute, or removes it if the value is null. */
    public Builder set(ProfileAttribute attribute, @Nullable String value) {
      if (value == null) {
        profile.remove(attribute);
      } else {
        profile.put(attribute, value);
      }
      return this;
    }

    /** Sets all three times to one. */
    public Builder times(Instant time) {
      return times(time, time, time);
    }

    /** Sets the three times. */
    public Builder times(Instant created, Instant confirmed, Instant updated) {
      createdAt = created;
      confirmedAt = confirmed;
      updatedAt = updated;
      return this;
    }

    /** Sets the id of the user pool. */
    public Builder pool(String id) {
      poolId = id;
      return this;
    }

    /** Sets the version. */
    public Builder version(long number) {
      version = number;
      return this;
    }

    /** Returns the user, whose user name is the sub. */
    public User build() {
      return new User(
          sub,
          email,
          emailVerified,
          profile,
          createdAt,
          confirmedAt,
          updatedAt,
          sub,
          poolId,
          version);
    }
  }
}
