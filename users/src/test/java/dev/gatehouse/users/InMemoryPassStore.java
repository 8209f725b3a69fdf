package dev.gatehouse.users;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A fake of the store of reconcile's pass in memory, which fulfills the same contract. */
public final class InMemoryPassStore implements PassStore {
  private Map<String, String> state = Map.of();
  private String leaseOwner = "";
  private Instant leaseUntil = Instant.MIN;
  private String filterPass = "";
  private byte[] filter = new byte[0];

  @Override
  public Map<String, String> state() {
    return state;
  }

  @Override
  public Optional<Map<String, String>> acquire(String owner, Instant now, Instant until) {
    if (leaseUntil.isAfter(now) && !leaseOwner.equals(owner)) {
      return Optional.empty();
    }
    leaseOwner = owner;
    leaseUntil = until;
    return Optional.of(state);
  }

  @Override
  public boolean save(String owner, Map<String, String> next, Instant until) {
    if (!leaseOwner.equals(owner)) {
      return false;
    }
    state = Map.copyOf(next);
    leaseUntil = until;
    return true;
  }

  @Override
  public Optional<byte[]> filter(String pass) {
    return filterPass.equals(pass) ? Optional.of(filter.clone()) : Optional.empty();
  }

  @Override
  public void saveFilter(String pass, byte[] bits) {
    filterPass = pass;
    filter = bits.clone();
  }
}
