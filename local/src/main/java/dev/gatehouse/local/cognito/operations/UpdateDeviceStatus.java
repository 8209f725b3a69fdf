package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.time.Clock;

/** The operation that remembers a device of the user of an access token. */
public record UpdateDeviceStatus(AccessTokenVerifier tokens, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return DeviceRequest.withStatus(
            RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    return DeviceRequest.updateStatus(bearer.app().pool(), bearer.user(), request, clock.instant());
  }
}
