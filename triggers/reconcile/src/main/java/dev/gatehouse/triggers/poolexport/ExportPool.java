package dev.gatehouse.triggers.poolexport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user pool, whose users, groups and members are listed page by page.
 *
 * <p>Each method throws {@link InvalidToken} if the pagination token is not valid, or no longer.
 */
public interface ExportPool {
  /** Returns the id of the pool. */
  String id();

  /** Returns a page of users, the first one without a token. */
  Page<ListedUser> listUsers(@Nullable String token);

  /** Returns a page of groups. */
  Page<ListedGroup> listGroups(@Nullable String token);

  /** Returns a page of the names of a group's users, or none if the group is gone. */
  Page<String> listUsersInGroup(String group, @Nullable String token);

  /** The refusal of a pagination token. */
  final class InvalidToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with the pool's own as its cause. */
    public InvalidToken(Throwable cause) {
      super(cause);
    }
  }

  /**
   * One page.
   *
   * @param next the pagination token of the next page, or null on the last page
   */
  record Page<T>(List<T> items, @Nullable String next) {
    /** Creates a page with a copy of the list. */
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * A user with everything that the pool gives out.
   *
   * @param attributes the attributes by Cognito's names, {@code sub} among them
   */
  record ListedUser(
      String userName,
      @Nullable String status,
      boolean enabled,
      Instant createdAt,
      Instant modifiedAt,
      Map<String, String> attributes) {
    /** Creates a user with a copy of the attributes. */
    public ListedUser {
      attributes = Map.copyOf(attributes);
    }

    /** Returns the pool's id of the user. */
    String sub() {
      return attributes.getOrDefault("sub", userName);
    }
  }

  /** A group, without its members. */
  record ListedGroup(
      String name,
      @Nullable String description,
      @Nullable Integer precedence,
      @Nullable String roleArn) {}
}
