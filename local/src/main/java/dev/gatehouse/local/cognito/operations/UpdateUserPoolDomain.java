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

/** The operation that changes the certificate or the pages of a domain. */
public record UpdateUserPoolDomain(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return DomainRequest.shapeWithSettings();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    PoolDomain before =
        pool.resources()
            .domain(request.text("Domain"))
            .orElseThrow(
                () -> CognitoErrors.invalidParameter("No such domain or user pool exists."));
    PoolDomain given = DomainRequest.domain(request);
    String certificate =
        given.certificateArn() == null ? before.certificateArn() : given.certificateArn();
    PoolDomain domain =
        new PoolDomain(
            given.name(),
            certificate,
            request.number("ManagedLoginVersion").orElse(before.managedLoginVersion()));
    pool.resources().put(domain);
    return DomainRequest.result(domain);
  }
}
