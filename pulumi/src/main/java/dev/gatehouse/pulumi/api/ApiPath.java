package dev.gatehouse.pulumi.api;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The paths of the REST API; each accepts any method without a token, besides those listed. */
public enum ApiPath {
  /** The path {@code /}. */
  ROOT(null, "", ""),
  /** All paths that are not declared. */
  PROXY(ROOT, "{proxy+}", ""),
  /** The path {@code /user}. */
  USER(ROOT, "user", "DELETE"),
  /** All paths below {@code /user} that are not declared. */
  USER_PROXY(USER, "{proxy+}", ""),
  /** The profile; a declared path never falls back to {@code {proxy+}}. */
  USER_PROFILE(USER, "profile", "GET HEAD PATCH"),
  /** The profile picture, in stacks with pictures. */
  USER_PROFILE_PICTURE(USER_PROFILE, "picture", "DELETE GET HEAD PUT");

  private final @Nullable ApiPath parent;
  private final String pathPart;
  private final String methodsWithToken;

  ApiPath(@Nullable ApiPath parent, String pathPart, String methodsWithToken) {
    this.parent = parent;
    this.pathPart = pathPart;
    this.methodsWithToken = methodsWithToken;
  }

  /** Returns the paths that may have a limit of their own. */
  public static Set<String> throttleable() {
    return new TreeSet<>(
        Arrays.stream(values()).filter(path -> path != ROOT).map(ApiPath::path).toList());
  }

  /** Returns the paths of a stack. */
  static List<ApiPath> of(StackConfig config) {
    return Arrays.stream(values())
        .filter(path -> path != USER_PROFILE_PICTURE || config.profilePictures())
        .toList();
  }

  String logicalName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Nullable ApiPath parent() {
    return parent;
  }

  String pathPart() {
    return pathPart;
  }

  /** Returns the methods that require an access token. */
  List<String> methodsWithToken() {
    return methodsWithToken.isEmpty() ? List.of() : List.of(methodsWithToken.split(" ", -1));
  }

  private String path() {
    String above = parent == null || parent == ROOT ? "" : parent.path();
    return above + "/" + pathPart;
  }
}
