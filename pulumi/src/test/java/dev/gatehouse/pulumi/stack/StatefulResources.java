package dev.gatehouse.pulumi.stack;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources whose replacement loses users, data or what clients know. */
public final class StatefulResources {
  /** The types of these resources. */
  public static final Set<String> TYPES =
      Set.of(
          "aws:apigateway/domainName:DomainName",
          "aws:apigateway/restApi:RestApi",
          "aws:cognito/userPool:UserPool",
          "aws:cognito/userPoolClient:UserPoolClient",
          "aws:cognito/userPoolDomain:UserPoolDomain",
          "aws:dynamodb/table:Table",
          "aws:kms/key:Key");

  private StatefulResources() {}

  /** Returns the URN and the id of each, sorted. */
  public static List<String> ids(EngineState state) {
    return state.resources().stream()
        .filter(it -> TYPES.contains(EngineState.text(it, "type")))
        .map(it -> EngineState.text(it, "urn") + " " + EngineState.text(it, "id"))
        .sorted()
        .toList();
  }

  /** Returns the deletions of these resources: a replacement may have the id of the old one. */
  public static List<String> deleted(List<String> ids, List<String> calls) {
    Set<String> deletions =
        ids.stream().map(id -> "delete " + id.split(" ", 2)[0]).collect(Collectors.toSet());
    return calls.stream().filter(deletions::contains).toList();
  }
}
