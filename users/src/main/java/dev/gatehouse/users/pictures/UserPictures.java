package dev.gatehouse.users.pictures;

/** The profile pictures of users, as an erasure sees them. */
@FunctionalInterface
public interface UserPictures {
  /** The pictures of a stack without any. */
  UserPictures NONE = sub -> {};

  /** Deletes the picture of a user, or does nothing if there is none. */
  void delete(String sub);
}
