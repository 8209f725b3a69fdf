package dev.gatehouse.integrationtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.chaos.StoredUsers.StoredUser;
import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/**
 * Clients that sign up, confirm, change and erase users while faults come and go and processes are
 * killed. What was answered holds, and in the end pool, table and queue agree.
 */
@Tag("extended")
class ChaosIT {
  private static final int CLIENTS = 4;
  private static final int CONFIRMATIONS = 8;
  private static final Duration TO_COMPLETE = Duration.ofSeconds(90);

  private final ChaosSettings settings = ChaosSettings.ofProcess();

  @TempDir private Path folder;

  @Test
  void everyConfirmedUserHasOneRightRowAndNoErasedOneHasAny() throws Exception {
    System.out.println("Chaos of " + settings);
    try (RestartedEmulator emulator = new RestartedEmulator(folder)) {
      ChaosSchedule schedule = new ChaosSchedule(emulator, settings.random(0));
      List<ChaosClient> clients =
          IntStream.rangeClosed(1, CLIENTS)
              .mapToObj(each -> new ChaosClient(emulator, settings.random(each), "client-" + each))
              .toList();
      play(schedule, clients);
      emulator.killAndRestart();
      complete(clients);
      List<ChaosUser> users = clients.stream().flatMap(each -> each.users().stream()).toList();
      System.out.println(summary(clients, users) + "; " + schedule);
      check(emulator.current(), users);
    }
  }

  private void play(ChaosSchedule schedule, List<ChaosClient> clients) throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (ChaosClient client : clients) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                while (!ended.get()) {
                  client.playNext();
                }
              }));
    }
    try {
      Deadline end = Deadline.after(settings.duration());
      Deadline last = Deadline.after(settings.duration().multipliedBy(3));
      while (!end.isOver() || !(isWorthChecking(schedule, clients) || last.isOver())) {
        schedule.playNext();
      }
    } finally {
      ended.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  /** Returns whether something has happened, as it has not yet on a very busy computer. */
  private static boolean isWorthChecking(ChaosSchedule schedule, List<ChaosClient> clients) {
    return schedule.emulatorKills() > 0
        && clients.stream().mapToInt(ChaosClient::confirmations).sum() >= CONFIRMATIONS
        && clients.stream().mapToInt(ChaosClient::erasures).sum() > 0;
  }

  /** Lets the clients repeat what was not answered, without faults. */
  private static void complete(List<ChaosClient> clients) {
    Deadline end = Deadline.after(TO_COMPLETE);
    boolean complete = false;
    while (!complete && !end.isOver()) {
      complete = clients.stream().filter(client -> !client.complete()).findAny().isEmpty();
    }
    assertThat(complete).as("every client gets its answer in the end").isTrue();
  }

  private static String summary(List<ChaosClient> clients, List<ChaosUser> users) {
    int erased = users.stream().mapToInt(user -> user.erased().size()).sum();
    int failures = clients.stream().mapToInt(ChaosClient::failures).sum();
    return users.size() + " users, " + erased + " erased, " + failures + " failed requests";
  }

  private static void check(LocalEmulator emulator, List<ChaosUser> users) throws Exception {
    StoredUsers stored = new StoredUsers(emulator);
    assertThat(new DeferredQueue(emulator).drain()).as("messages left").isZero();
    int before = stored.rows().size();
    reconcile(emulator);
    Map<String, StoredUser> rows = stored.rows();
    System.out.println(rows.size() + " rows, of them by reconcile " + (rows.size() - before));
    assertThat(rows).isEqualTo(stored.confirmed()).isNotEmpty();
    Map<String, UserType> pool = stored.inThePool();
    for (ChaosUser user : users) {
      assertThat(rows).doesNotContainKeys(user.erased().toArray(String[]::new));
      whatWasAnsweredHolds(user, Optional.ofNullable(pool.get(user.email())), rows);
    }
  }

  private static void whatWasAnsweredHolds(
      ChaosUser user, Optional<UserType> inThePool, Map<String, StoredUser> rows) {
    if (!user.isSignedUp()) {
      return;
    }
    assertThat(inThePool).as(user.email()).isPresent();
    UserType found = inThePool.orElseThrow();
    assertThat(user.erased()).doesNotContain(found.username());
    if (user.isConfirmed()) {
      assertThat(found.userStatusAsString()).as(user.email()).isEqualTo("CONFIRMED");
      assertThat(rows)
          .hasEntrySatisfying(
              found.username(), row -> assertThat(row.givenName()).isEqualTo(user.givenName()));
    }
  }

  /** Runs reconcile until it is done, as the schedule does every night. */
  private static void reconcile(LocalEmulator emulator) throws IOException, InterruptedException {
    JsonObject progress = new JsonObject();
    do {
      progress = new FunctionInvoker(emulator).invoke("reconcile", progress);
      assertThat(progress.get("failed").getAsLong()).as(progress.toString()).isZero();
    } while (!progress.get("done").getAsBoolean());
  }
}
