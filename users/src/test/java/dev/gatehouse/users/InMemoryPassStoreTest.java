package dev.gatehouse.users;

final class InMemoryPassStoreTest extends PassStoreContract {
  @Override
  protected PassStore passes() {
    return new InMemoryPassStore();
  }
}
