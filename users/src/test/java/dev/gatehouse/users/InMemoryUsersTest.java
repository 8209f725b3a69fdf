package dev.gatehouse.users;

/** The contract of {@link Users}, fulfilled by the fake in memory. */
final class InMemoryUsersTest extends UsersContract {
  private final InMemoryUsers users = new InMemoryUsers();

  @Override
  public Users users() {
    return users;
  }
}
