package dev.gatehouse.integrationtests.clients;

import java.util.UUID;

/** A user's address and password. */
public record SignUpUser(String email, String password) {

  /** Returns a new user at example.com. */
  public static SignUpUser create() {
    return at("example.com");
  }

  /** Returns a user with the same password and a sub-address of the same mailbox. */
  public SignUpUser tagged(String tag) {
    return new SignUpUser(email.replace("@", "+" + tag + "@"), password);
  }

  /** Returns a new user with an address at the given domain. */
  public static SignUpUser at(String domain) {
    return new SignUpUser(
        "jane." + UUID.randomUUID().toString().substring(0, 8) + "@" + domain, "Correct-horse-9");
  }
}
