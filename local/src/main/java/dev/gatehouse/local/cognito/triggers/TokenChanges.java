package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the PreTokenGeneration trigger changes in tokens.
 *
 * @param groups the groups and roles in place of the user's, empty to keep them
 */
public record TokenChanges(
    ClaimChanges id,
    ClaimChanges access,
    List<String> scopesToAdd,
    List<String> scopesToSuppress,
    Optional<GroupNames> groups) {
  /** No changes. */
  public static final TokenChanges NONE =
      new TokenChanges(
          ClaimChanges.NONE, ClaimChanges.NONE, List.of(), List.of(), Optional.empty());

  /** The claims to add and to leave out. */
  public record ClaimChanges(Map<String, JsonElement> add, List<String> suppress) {
    static final ClaimChanges NONE = new ClaimChanges(Map.of(), List.of());
  }

  /** The groups and roles of a user in tokens. */
  public record GroupNames(
      List<String> groups, List<String> roles, Optional<String> preferredRole) {}
}
