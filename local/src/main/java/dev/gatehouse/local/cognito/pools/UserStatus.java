package dev.gatehouse.local.cognito.pools;

/** The status of a user, as Cognito names it. */
public enum UserStatus {
  UNCONFIRMED,
  CONFIRMED,
  RESET_REQUIRED,
  FORCE_CHANGE_PASSWORD
}
