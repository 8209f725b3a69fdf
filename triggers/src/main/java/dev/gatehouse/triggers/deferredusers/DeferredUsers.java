package dev.gatehouse.triggers.deferredusers;

import dev.gatehouse.users.User;

/** Keeps the rows that could not be written, until somebody writes them. */
@FunctionalInterface
public interface DeferredUsers {

  /** Keeps the row; throws whatever the technology throws if even that does not work. */
  void defer(User user);
}
