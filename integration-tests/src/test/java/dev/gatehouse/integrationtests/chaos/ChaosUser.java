package dev.gatehouse.integrationtests.chaos;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A user who repeats what fails, as a client does, and remembers what was answered. Its methods
 * throw a {@link RuntimeException} when no answer comes.
 */
final class ChaosUser {
  private final SignUpUser user;
  private final TreeSet<String> erased = new TreeSet<>();
  private boolean signedUp;
  private boolean confirmed;
  private boolean erasing;
  private String token = "";
  private Optional<String> asked = Optional.empty();
  private Optional<String> changed = Optional.empty();

  ChaosUser(SignUpUser user) {
    this.user = user;
  }

  /** Returns the address. */
  String email() {
    return user.email();
  }

  /** Returns whether a sign-up was answered with success, and no erasure was asked for since. */
  boolean isSignedUp() {
    return signedUp;
  }

  /** Returns whether a confirmation was answered with success, and no erasure was asked for. */
  boolean isConfirmed() {
    return confirmed;
  }

  /** Returns whether an erasure was asked for that was not answered with success. */
  boolean isErasing() {
    return erasing;
  }

  /** Returns whether a change was asked for that was not answered with success. */
  boolean isChanging() {
    return !asked.equals(changed);
  }

  /** Returns the given name that was last answered with success. */
  Optional<String> givenName() {
    return changed;
  }

  /** Returns the ids of those users of this address whose erasure was answered with success. */
  List<String> erased() {
    return List.copyOf(erased);
  }

  /** Signs up, and returns whether the account is there. */
  boolean signUp(LocalEmulator emulator) {
    TextResponse response = new ApiClient(emulator).signUp(user);
    signedUp =
        response.status() == 202
            || is(response, 409, "ACCOUNT_EXISTS")
            || is(response, 503, "CODE_NOT_SENT");
    return signedUp;
  }

  /** Confirms with the newest code, asking for another if there is none. */
  boolean confirm(LocalEmulator emulator) {
    ApiClient api = new ApiClient(emulator);
    List<JsonObject> mails = new Inbox(emulator).mailsTo(user);
    if (mails.isEmpty()) {
      TextResponse unused = api.resend(user);
      return false;
    }
    TextResponse response = api.validate(user, Inbox.code(mails.getLast()));
    confirmed =
        response.status() == 200
            || is(response, 409, "ALREADY_CONFIRMED")
            || is(response, 503, "CONFIRMATION_INCOMPLETE");
    return confirmed;
  }

  /** Changes the given name, the one that was asked for before if that was not answered. */
  boolean change(LocalEmulator emulator, String givenName) {
    if (!isChanging()) {
      asked = Optional.of(givenName);
    }
    TextResponse response =
        new ApiClient(emulator)
            .changeProfile(
                token(emulator), "{\"givenName\":\"%s\"}".formatted(asked.orElseThrow()));
    if (response.status() == 200) {
      changed = asked;
    }
    return response.status() == 200;
  }

  /** Erases the user. */
  boolean erase(LocalEmulator emulator) {
    String bearer = token(emulator);
    signedUp = false;
    confirmed = false;
    erasing = true;
    if (new ApiClient(emulator).deleteUser(bearer).status() != 204) {
      return false;
    }
    erased.add(sub(bearer));
    erasing = false;
    token = "";
    asked = Optional.empty();
    changed = Optional.empty();
    return true;
  }

  private String token(LocalEmulator emulator) {
    if (token.isEmpty()) {
      token = new AwsAccount(emulator).signIn(user).accessToken();
    }
    return token;
  }

  private static String sub(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JsonParser.parseString(new String(payload, StandardCharsets.UTF_8))
        .getAsJsonObject()
        .get("sub")
        .getAsString();
  }

  private static boolean is(TextResponse response, int status, String code) {
    return response.status() == status && response.body().contains('"' + code + '"');
  }
}
