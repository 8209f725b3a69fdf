package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.cognito.pools.Group;
import dev.gatehouse.local.cognito.triggers.TokenChanges.GroupNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The claims about a user's groups, as the page on groups of the Developer Guide describes. */
record GroupClaims(GroupNames names) {
  private static final String GROUPS = "cognito:groups";

  /** Returns the names of these groups, that of the highest precedence first. */
  static GroupNames names(List<Group> groups) {
    return new GroupNames(
        groups.stream().map(Group::name).toList(), roles(groups), preferredRole(groups));
  }

  /** Adds the claims of an access token. */
  void addToAccessToken(JWTClaimsSet.Builder claims) {
    if (!names.groups().isEmpty()) {
      claims.claim(GROUPS, names.groups());
    }
  }

  /** Adds the claims of an ID token. */
  void addToIdToken(JWTClaimsSet.Builder claims) {
    addToAccessToken(claims);
    if (!names.roles().isEmpty()) {
      claims.claim("cognito:roles", names.roles());
    }
    names.preferredRole().ifPresent(role -> claims.claim("cognito:preferred_role", role));
  }

  /** Returns the role of the highest precedence, if the groups that share it agree. */
  private static Optional<String> preferredRole(List<Group> groups) {
    List<Group> withRole = groups.stream().filter(group -> group.roleArn() != null).toList();
    if (withRole.isEmpty()) {
      return Optional.empty();
    }
    Integer highest = withRole.getFirst().precedence();
    List<String> roles =
        roles(
            withRole.stream()
                .filter(group -> Objects.equals(group.precedence(), highest))
                .toList());
    return roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
  }

  private static List<String> roles(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> Optional.ofNullable(group.roleArn()).stream())
        .distinct()
        .toList();
  }
}
