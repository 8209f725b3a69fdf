package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.DomainRequest;
import dev.gatehouse.local.cognito.pools.UserPools;

/** The operation that describes a domain; one that no pool has is empty. */
public record DescribeUserPoolDomain(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("Domain", DomainRequest.DOMAIN).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String name = request.text("Domain");
    JsonObject description =
        pools
            .findDomain(name)
            .flatMap(
                pool ->
                    pool.resources()
                        .domain(name)
                        .map(domain -> DomainRequest.description(pool.id(), domain)))
            .orElseGet(JsonObject::new);
    return Json.object("DomainDescription", description);
  }
}
