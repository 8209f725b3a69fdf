package dev.gatehouse.users;

/** Holds the users kept in memory to the contract that the table is held to. */
final class InMemoryUsersTest extends UsersContract {
  private final InMemoryUsers users = new InMemoryUsers();

  @Override
  Users users() {
    return users;
  }
}
