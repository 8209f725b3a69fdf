package dev.gatehouse.users.pictures;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The files of profile pictures: one for each user, and uploads that nobody can read. */
public interface PictureStore extends UserPictures {
  /** The most bytes that an upload may have. */
  int MAX_BYTES = 2 * 1024 * 1024;

  /** Returns the request with which a user uploads so many bytes of this type, once or again. */
  SignedRequest upload(String sub, PictureType type, int length);

  /** Returns the request with which a user reads the picture, whether there is one or not. */
  SignedRequest download(String sub);

  /** Returns an upload, or an empty Optional if it is gone. */
  Optional<byte[]> uploaded(String key);

  /** Deletes an upload, or does nothing if it is gone. */
  void discard(String key);

  /** Stores the picture of a user in place of the one before. */
  void publish(String sub, PictureType type, byte[] picture);

  /**
   * A request that whoever has it may send until it expires.
   *
   * @param headers the headers that it must have
   */
  record SignedRequest(String method, String url, Map<String, String> headers, Instant expiresAt) {
    /** Creates a request with a copy of the headers. */
    public SignedRequest {
      headers = Map.copyOf(headers);
    }

    /** Returns a text without the URL, which is as good as a password. */
    @Override
    public String toString() {
      return "SignedRequest[" + method + ", expiresAt=" + expiresAt + "]";
    }
  }
}
