package dev.gatehouse.emailrules.lists;

/** The result of matching an address against the allow list and the deny list. */
public enum ListMatch {
  /** A match of the allow list. */
  ALLOWED,
  /** A match of the deny list. */
  DENIED,
  /** No match. */
  UNLISTED
}
