package dev.gatehouse.clients;

import java.util.Arrays;
import java.util.List;

/** What a client is asked to do. */
enum Step {
  SIGN_UP("sign-up"),
  CONFIRM("confirm"),
  SIGN_IN("sign-in"),
  REFRESH("refresh after expiry"),
  CHANGE_PASSWORD("change password"),
  TOTP("TOTP"),
  GROUPS("groups in the token"),
  SIGN_OUT("sign-out"),
  DEVICE("remembered device"),

  GOOD_TOKEN("good token"),
  EXPIRED_TOKEN("expired token"),
  FOREIGN_TOKEN("foreign token"),
  WRONG_USE("wrong use"),

  TABLE_CREATED("table created"),
  PAGES("pages"),
  FAILED_CONDITION("failed condition"),
  CANCELED_TRANSACTION("canceled transaction"),
  TABLE_DELETED("table deleted");

  /** The steps of clients that sign users in. */
  static final List<Step> OF_A_USER =
      List.of(SIGN_UP, CONFIRM, SIGN_IN, REFRESH, CHANGE_PASSWORD, TOTP, GROUPS, SIGN_OUT, DEVICE);

  /** The steps of clients that check tokens. */
  static final List<Step> OF_A_TOKEN = List.of(GOOD_TOKEN, EXPIRED_TOKEN, FOREIGN_TOKEN, WRONG_USE);

  /** The steps of clients of DynamoDB, the first and the last of which wait by a waiter. */
  static final List<Step> OF_A_TABLE =
      List.of(TABLE_CREATED, PAGES, FAILED_CONDITION, CANCELED_TRANSACTION, TABLE_DELETED);

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** Returns the name that client programs and the table use. */
  String title() {
    return title;
  }

  /** Returns the step of this title. */
  static Step of(String title) {
    return Arrays.stream(values())
        .filter(step -> step.title.equals(title))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException(title));
  }
}
