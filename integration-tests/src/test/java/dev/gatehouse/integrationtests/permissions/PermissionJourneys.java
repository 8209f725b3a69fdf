package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The journeys that use the permissions of one function each. Each asserts what fails without the
 * permission, as on AWS.
 */
final class PermissionJourneys {
  /** The start of the names of roles and functions. */
  private static final String STACK = "gatehouse-local-";

  private static final String CANARY_SIGN_UP = "{\"task\":\"sign-up\"}";

  private final LocalEmulator emulator;
  private final Path logs;
  private final AccountPolicies policies;
  private final ApiClient api;
  private final AwsAccount account;
  private final Inbox inbox;
  private final DeferredUsers deferredUsers;
  private final PicturePermissions pictures;
  private final SignUpUser user = SignUpUser.create();
  private final String sub;
  private final String token;

  PermissionJourneys(LocalEmulator emulator, Path logs) {
    this.emulator = emulator;
    this.logs = logs;
    this.policies = new AccountPolicies(emulator);
    this.api = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
    this.deferredUsers = new DeferredUsers(emulator, account);
    this.pictures = new PicturePermissions(emulator, policies);
    this.sub = signedUp(user);
    assertThat(confirm(user).status()).isEqualTo(200);
    this.token = account.signIn(user).accessToken();
  }

  /** Plays the journey that needs an action of a role, which lacks the permission. */
  void playWithout(RoleGrant grant, String action) throws InterruptedException {
    String function = grant.role().replace(STACK, "");
    switch (action) {
      case "logs:CreateLogStream", "logs:PutLogEvents" -> logStaysAsItIs(grant);
      case "xray:PutTraceSegments" -> countGrows(grant.role(), "lost");
      case "xray:PutTelemetryRecords" -> countGrows(grant.role(), "telemetryLost");
      default -> {
        if (grant.policy().equals("password-notices")) {
          new PasswordNotice(emulator, policies).playWithout(action, grant);
        } else {
          playFunction(function, action, grant);
        }
      }
    }
  }

  private void playFunction(String function, String action, RoleGrant grant)
      throws InterruptedException {
    switch (function) {
      case "api" -> {
        if (action.startsWith("s3:")) {
          pictures.apiWithout(action);
        } else if (grant.policy().equals("idempotency-keys")) {
          assertThat(api.signUp(SignUpUser.create(), UUID.randomUUID().toString()).status())
              .isEqualTo(503);
        } else if (List.of("dynamodb:GetItem", "dynamodb:UpdateItem").contains(action)) {
          profileIsUnavailable(action);
        } else if (action.startsWith("cognito-idp:")) {
          signUpTwice();
        } else {
          erase(action);
        }
      }
      case "erase" -> eraseByAdministrator(grant.role());
      case "pre-sign-up" -> signedUp(SignUpUser.create());
      case "post-confirmation" -> rowIsNotWritten(action);
      case "deferred-users" -> deferredUsers.playWithout(action);
      case "profile-picture" -> pictures.functionWithout(action, grant);
      case "reconcile" ->
          new ReconcileJourney(emulator, policies, deferredUsers).playWithout(action, sub);
      case "canary" ->
          assertThat(policies.invoke(grant.role(), CANARY_SIGN_UP).body())
              .contains("CONFIRMATION_FAILED");
      case "canary-schedule" -> assertThat(policies.run("canary").status()).isEqualTo(403);
      case "pool-export" -> exportPool(grant.role());
      case "reconcile-schedule", "pool-export-schedule" ->
          new ScheduleJourney(policies, function.replace("-schedule", "")).playWithout(action);
      case "custom-email-sender" -> mailIsNotSent(action, grant);
      default -> throw new AssertionError("no journey uses " + grant);
    }
  }

  /** Confirms an address that was signed up for twice; what is refused is asserted later. */
  private void signUpTwice() {
    SignUpUser twice = SignUpUser.create();
    assertThat(signedUp(twice)).isNotEmpty();
    assertThat(api.signUp(twice).status()).isGreaterThanOrEqualTo(400);
    assertThat(confirm(twice).status()).isPositive();
  }

  private void eraseByAdministrator(String function) {
    SignUpUser erased = SignUpUser.create();
    String row = signedUp(erased);
    assertThat(confirm(erased).status()).isEqualTo(200);
    invoke(function, "{\"sub\":\"" + row + "\"}");
  }

  /** Lets a row be repaired, and a user erase the account; what is refused is asserted later. */
  private void erase(String action) {
    account.deleteRow(sub);
    assertThat(api.profile(token).status()).as(action).isPositive();
    SignUpUser erased = SignUpUser.create();
    assertThat(signedUp(erased)).isNotEmpty();
    assertThat(confirm(erased).status()).isEqualTo(200);
    String own = account.signIn(erased).accessToken();
    assertThat(
            api.send(api.request("/user").header("Authorization", "Bearer " + own).DELETE())
                .status())
        .as(action)
        .isPositive();
  }

  private void profileIsUnavailable(String action) {
    TextResponse response =
        switch (action) {
          case "dynamodb:GetItem" -> api.profile(token);
          case "dynamodb:UpdateItem" -> api.changeProfile(token, "{\"givenName\":\"Jane\"}");
          default -> throw new AssertionError("no journey of the API uses " + action);
        };
    assertThat(response.status()).as(response.body()).isEqualTo(503);
  }

  /** Confirms a user; what cannot be written now comes later, or not at all. */
  private void rowIsNotWritten(String action) {
    SignUpUser confirmed = SignUpUser.create();
    String row = signedUp(confirmed);
    if (!action.equals("sqs:SendMessage")) {
      assertThat(confirm(confirmed).status()).isEqualTo(200);
      return;
    }
    String role = STACK + "post-confirmation";
    String users = policies.document(role, "users");
    policies.put(role, "users", Optional.empty());
    try {
      assertThat(confirm(confirmed).status()).isEqualTo(200);
      assertThat(account.row(row)).isEmpty();
    } finally {
      policies.put(role, "users", Optional.of(users));
    }
  }

  /** Exports a pool with a group; what is refused is asserted later. */
  private void exportPool(String function) {
    account.addToGroup(user, "exported");
    invoke(function, "{\"begin\":true}");
  }

  private void mailIsNotSent(String action, RoleGrant grant) throws InterruptedException {
    SignUpUser recipient = SignUpUser.create();
    String unused = signedUp(recipient);
    policies.awaitRefused(grant);
    if (!action.startsWith("dynamodb:")) {
      // Without the table of sent codes, a mail that may be sent twice is better than none.
      assertThat(inbox.mailsTo(recipient)).isEmpty();
    }
  }

  private void logStaysAsItIs(RoleGrant grant) throws InterruptedException {
    Path log = logs.resolve(grant.role() + ".log");
    String before = quiet(log);
    run(grant.role());
    policies.awaitRefused(grant);
    // Lines that were written before, but not delivered, are gone too.
    assertThat(before).startsWith(quiet(log));
  }

  /** Returns the lines of a log that no invocation is writing to. */
  private static String quiet(Path log) throws InterruptedException {
    try {
      String last = Files.readString(log);
      Thread.sleep(50);
      for (String now = Files.readString(log); !now.equals(last); now = Files.readString(log)) {
        last = now;
        Thread.sleep(50);
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void countGrows(String function, String count) throws InterruptedException {
    int before = policies.traces(function, count);
    run(function);
    TimeLimit.await(
        () -> policies.traces(function, count) > before, () -> count + " stays " + before);
  }

  /** Runs a function once, the way it is run on AWS. */
  private void run(String function) {
    switch (function.replace(STACK, "")) {
      case "api" -> assertThat(api.send(api.request("/app/health").GET()).status()).isEqualTo(200);
      case "deferred-users" -> invoke(function, "{\"Records\":[]}");
      case "reconcile" -> invoke(function, "{}");
      case "pool-export" -> exportPool(function);
      case "erase" -> eraseByAdministrator(function);
      case "canary" -> invoke(function, CANARY_SIGN_UP);
      case "profile-picture" -> invoke(function, PicturePermissions.eventOfNothing());
      default -> {
        SignUpUser other = SignUpUser.create();
        assertThat(signedUp(other)).isNotEmpty();
        assertThat(confirm(other).status()).isEqualTo(200);
      }
    }
  }

  private void invoke(String function, String event) {
    TextResponse result = policies.invoke(function, event);
    assertThat(result.status()).as(result.body()).isEqualTo(200);
  }

  /** Plays a sign-up that must fail, without a mail. */
  void signUpFails() {
    SignUpUser refused = SignUpUser.create();
    TextResponse created = api.signUp(refused);
    assertThat(created.status()).as(created.body()).isGreaterThanOrEqualTo(500);
    assertThat(inbox.mailsTo(refused)).isEmpty();
  }

  /** Plays a journey that must fail because a service may not invoke a function. */
  void functionIsNotInvoked(String function) {
    switch (function.replace(STACK, "")) {
      case "api" -> assertThat(api.send(api.request("/app/health").GET()).status()).isEqualTo(500);
      case "post-confirmation" -> {
        SignUpUser confirmed = SignUpUser.create();
        String row = signedUp(confirmed);
        assertThat(confirm(confirmed).status()).isGreaterThanOrEqualTo(500);
        assertThat(account.row(row)).isEmpty();
      }
      case "profile-picture" -> pictures.uploadStays();
      default -> signUpFails();
    }
  }

  /** Repairs what a journey left behind. */
  void cleanUp() {
    deferredUsers.purge();
    if (account.row(sub).isEmpty()) {
      assertThat(api.profile(token).status()).isEqualTo(200);
    }
  }

  private String signedUp(SignUpUser newUser) {
    TextResponse created = api.signUp(newUser);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  private TextResponse confirm(SignUpUser newUser) {
    return api.validate(newUser, inbox.codeFor(newUser));
  }
}
