package dev.gatehouse.integrationtests;

import java.util.UUID;

/** Somebody who has never been here before. */
record Person(String email, String password) {

  static Person anybody() {
    return at("example.com");
  }

  /** Returns the same person under a sub-address of the same mailbox. */
  Person tagged(String tag) {
    return new Person(email.replace("@", "+" + tag + "@"), password);
  }

  static Person at(String domain) {
    return new Person(
        "jane." + UUID.randomUUID().toString().substring(0, 8) + "@" + domain, "Correct-horse-9");
  }
}
