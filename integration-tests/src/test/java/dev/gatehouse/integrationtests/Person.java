package dev.gatehouse.integrationtests;

import java.util.UUID;

/** Somebody who has never been here before. */
record Person(String email, String password) {

  static Person anybody() {
    return at("example.com");
  }

  static Person at(String domain) {
    return new Person(
        "jane." + UUID.randomUUID().toString().substring(0, 8) + "@" + domain, "Correct-horse-9");
  }
}
