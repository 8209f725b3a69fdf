package dev.gatehouse.local.cognito.pools;

/** Is how far a user has come. */
public enum UserStatus {
  UNCONFIRMED,
  CONFIRMED,
  RESET_REQUIRED,
  FORCE_CHANGE_PASSWORD
}
