package dev.gatehouse.local.cognito.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int NAMES = 60;

  private final AtomicInteger normalized = new AtomicInteger();

  private UserDirectory directory(
      boolean emailAsUsername, boolean caseSensitive, Collection<PoolUser> users) {
    SignInNames names = new SignInNames(emailAsUsername, List.of());
    return new UserDirectory(
        names,
        new UserIndex(
            users,
            name -> {
              normalized.incrementAndGet();
              return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
            },
            names),
        name -> {});
  }

  private static PoolUser user(String username, String email) {
    return PoolUser.create(username, Map.of("email", email), UserStatus.CONFIRMED, NOW);
  }

  @Test
  void lookupDoesNotVisitOtherUsers() {
    List<PoolUser> users =
        IntStream.range(0, 2000).mapToObj(i -> user("user" + i, i + "@example.com")).toList();
    UserDirectory directory = directory(true, false, users);

    for (String name : List.of("user1999", "1999@example.com", "nobody", "no@example.com")) {
      normalized.set(0);
      assertThat(directory.find(name).isPresent()).isEqualTo(name.contains("1999"));
      assertThat(normalized).as(name).hasValueLessThan(5);
    }
    normalized.set(0);
    directory.add(user("new", "new@example.com"), CognitoErrors.emailTaken());
    directory.update("new", user -> user.withAttribute("email", "newer@example.com"));
    directory.requireEmailAvailable("other@example.com", "new");
    directory.remove("new");
    assertThat(normalized).as("changes").hasValueLessThan(30);
  }

  /** Compares each lookup with a scan of all users, after random changes and restarts. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void lookupFindsWhatAScanFinds(boolean emailAsUsername, boolean caseSensitive) {
    Random random = new Random(7);
    UserDirectory directory = directory(emailAsUsername, caseSensitive, List.of());
    Map<String, PoolUser> expected = new LinkedHashMap<>();
    Scan scan = new Scan(expected, emailAsUsername, caseSensitive);
    for (int step = 0; step < 3000; step++) {
      String name = anyCase(random, "user" + random.nextInt(NAMES));
      String email = anyCase(random, random.nextInt(NAMES) + "@example.com");
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> add(directory, scan, user(name, email));
        case 3, 4 -> changeEmail(directory, scan, name, email);
        case 5 -> {
          directory.remove(name);
          expected.remove(scan.normalize(name));
        }
        case 6 -> removeEmail(directory, scan, name);
        default -> directory = directory(emailAsUsername, caseSensitive, directory.all());
      }
      assertThat(directory.find(name)).isEqualTo(scan.find(name));
      assertThat(directory.find(email)).isEqualTo(scan.find(email));
      assertThat(directory.all()).containsExactlyElementsOf(expected.values());
    }
    assertThat(expected).hasSizeGreaterThan(5);
  }

  @Test
  void usersWhoShareAnAddressAreFoundOldestFirst() {
    UserDirectory directory =
        directory(
            true, false, List.of(user("a", "Jane@example.com"), user("b", "jane@example.com")));

    assertThat(directory.find("JANE@example.com").map(PoolUser::username)).contains("a");
    directory.remove("a");
    assertThat(directory.find("JANE@example.com").map(PoolUser::username)).contains("b");
    directory.remove("b");
    assertThat(directory.find("JANE@example.com")).isEmpty();
  }

  private static void add(UserDirectory directory, Scan scan, PoolUser user) {
    boolean free = scan.isFree(user);
    try {
      directory.add(user, CognitoErrors.emailTaken());
      assertThat(free).isTrue();
      scan.users().put(scan.normalize(user.username()), user);
    } catch (AwsException e) {
      assertThat(free).isFalse();
    }
  }

  private static void changeEmail(UserDirectory directory, Scan scan, String name, String email) {
    Optional<PoolUser> user = scan.find(name);
    boolean free = user.isPresent() && scan.isFree(email, user.get());
    try {
      PoolUser changed = directory.update(name, old -> old.withAttribute("email", email));
      assertThat(free).isTrue();
      scan.users().put(scan.normalize(name), changed);
    } catch (AwsException e) {
      assertThat(free).isFalse();
    }
  }

  private static void removeEmail(UserDirectory directory, Scan scan, String name) {
    if (scan.find(name).isPresent()) {
      PoolUser changed = directory.update(name, user -> user.withoutAttribute("email"));
      scan.users().put(scan.normalize(name), changed);
    }
  }

  private static String anyCase(Random random, String name) {
    return random.nextInt(3) == 0 ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** Lookups that visit every user. */
  private record Scan(Map<String, PoolUser> users, boolean emailAsUsername, boolean caseSensitive) {

    Optional<PoolUser> find(String name) {
      Optional<PoolUser> user = Optional.ofNullable(users.get(normalize(name)));
      return user.isPresent() || !emailAsUsername
          ? user
          : users.values().stream().filter(other -> hasEmail(other, name)).findFirst();
    }

    boolean isFree(PoolUser user) {
      return find(user.username()).isEmpty()
          && (!emailAsUsername || find(user.attribute("email").orElseThrow()).isEmpty());
    }

    boolean isFree(String email, PoolUser user) {
      return !emailAsUsername
          || users.values().stream()
              .noneMatch(other -> hasEmail(other, email) && !other.equals(user));
    }

    private boolean hasEmail(PoolUser user, String email) {
      return user.attribute("email").filter(o -> normalize(o).equals(normalize(email))).isPresent();
    }

    String normalize(String name) {
      return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
    }
  }
}
