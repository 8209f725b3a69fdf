package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.DomainRequest;
import dev.gatehouse.local.cognito.domains.PoolDomain;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.List;
import java.util.Locale;

/** The operation that gives a user pool a domain. */
public record CreateUserPoolDomain(UserPools pools) implements Operation {
  private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");

  @Override
  public RequestShape shape() {
    return DomainRequest.shapeWithSettings();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    PoolDomain domain = DomainRequest.domain(request);
    if (pools.findDomain(domain.name()).isPresent()) {
      throw CognitoErrors.invalidParameter("Domain already associated with another user pool.");
    }
    if (pool.resources().domains().stream()
        .anyMatch(other -> other.isCustom() == domain.isCustom())) {
      throw CognitoErrors.invalidParameter("User pool already has a domain configured.");
    }
    requireNoReservedWord(domain);
    pool.resources().put(domain);
    return DomainRequest.result(domain);
  }

  private static void requireNoReservedWord(PoolDomain domain) {
    RESERVED.stream()
        .filter(word -> !domain.isCustom() && domain.name().toLowerCase(Locale.ROOT).contains(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw CognitoErrors.invalidParameter("Domain cannot contain reserved word: " + word);
            });
  }
}
