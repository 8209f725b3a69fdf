package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A client that signs up, confirms, changes profiles and erases users, one after the other. */
final class ChaosClient {
  private static final int TRIES = 4;

  private final RestartedEmulator emulator;
  private final Random random;
  private final String name;
  private final List<ChaosUser> users = new ArrayList<>();
  private final AtomicInteger confirmations = new AtomicInteger();
  private final AtomicInteger erasures = new AtomicInteger();
  private int changes;
  private int failures;

  ChaosClient(RestartedEmulator emulator, Random random, String name) {
    this.emulator = emulator;
    this.random = random;
    this.name = name;
  }

  /** Returns the users of this client. */
  List<ChaosUser> users() {
    return users;
  }

  /** Returns how many users were confirmed. */
  int confirmations() {
    return confirmations.get();
  }

  /** Returns how many users were erased. */
  int erasures() {
    return erasures.get();
  }

  /** Returns how many requests failed. */
  int failures() {
    return failures;
  }

  /** Signs up, confirms, changes or erases a user chosen at random. */
  void playNext() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> signUpAndConfirm(newUser());
      case 4, 5, 6 -> any(ChaosUser::isConfirmed).ifPresent(this::change);
      case 7 -> any(ChaosUser::isConfirmed).ifPresent(this::erase);
      case 8 -> any(user -> !user.erased().isEmpty()).ifPresent(this::signUpAgain);
      default -> any(user -> user.isSignedUp() && !user.isConfirmed()).ifPresent(this::confirm);
    }
  }

  /** Repeats what was asked for and not answered; returns whether all of it is answered. */
  boolean complete() {
    boolean complete = true;
    for (ChaosUser user : users) {
      if (user.isErasing()) {
        complete &= once(() -> user.erase(now()));
      } else if (user.isConfirmed() && user.isChanging()) {
        complete &= once(() -> user.change(now(), ""));
      }
    }
    return complete;
  }

  private void signUpAndConfirm(ChaosUser user) {
    if (tried(() -> user.signUp(now()))) {
      confirm(user);
    }
  }

  private void signUpAgain(ChaosUser user) {
    if (!user.isSignedUp() && !user.isErasing()) {
      signUpAndConfirm(user);
    }
  }

  private void confirm(ChaosUser user) {
    if (tried(() -> user.confirm(now()))) {
      confirmations.incrementAndGet();
    }
  }

  private void erase(ChaosUser user) {
    if (tried(() -> user.erase(now()))) {
      erasures.incrementAndGet();
    }
  }

  private void change(ChaosUser user) {
    changes++;
    boolean unused = tried(() -> user.change(now(), "Jane " + name + "-" + changes));
  }

  private ChaosUser newUser() {
    String email = name + "-" + users.size() + "@example.com";
    ChaosUser user = new ChaosUser(new SignUpUser(email, "Correct-horse-9"));
    users.add(user);
    return user;
  }

  private Optional<ChaosUser> any(Predicate<ChaosUser> which) {
    List<ChaosUser> found = users.stream().filter(which).toList();
    int index = random.nextInt(1_000);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(index % found.size()));
  }

  private LocalEmulator now() {
    return emulator.current();
  }

  private boolean tried(BooleanSupplier request) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (once(request)) {
        return true;
      }
    }
    return false;
  }

  private boolean once(BooleanSupplier request) {
    try {
      if (request.getAsBoolean()) {
        return true;
      }
    } catch (RuntimeException noAnswer) {
      // It is repeated, or it stays unanswered.
    }
    failures++;
    return false;
  }
}
