package dev.gatehouse.triggers.profilepicture;

import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.pictures.PictureType;
import java.util.Optional;

/** A bucket that is out of reach; the messages of its failures quote what was asked for. */
final class FailingStore implements PictureStore {
  @Override
  public SignedRequest upload(String sub, PictureType type, int length) {
    throw new IllegalStateException(sub);
  }

  @Override
  public SignedRequest download(String sub) {
    throw new IllegalStateException(sub);
  }

  @Override
  public Optional<byte[]> uploaded(String key) {
    throw new IllegalStateException(key);
  }

  @Override
  public void discard(String key) {
    throw new IllegalStateException(key);
  }

  @Override
  public void publish(String sub, PictureType type, byte[] picture) {
    throw new IllegalStateException(sub);
  }

  @Override
  public void delete(String sub) {
    throw new IllegalStateException(sub);
  }
}
