package dev.gatehouse.api.routes;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** The result of a sign-up, without a delivery if no code was sent. */
@Json
public record SignUpResult(
    @Json.Property("UserSub") String userSub,
    @Json.Property("UserConfirmed") boolean userConfirmed,
    @Json.Property("CodeDeliveryDetails") @Nullable CodeDelivery codeDeliveryDetails) {}
