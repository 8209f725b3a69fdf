package dev.gatehouse.api;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Says what came of a sign-up; without a delivery if nothing had to be sent. */
@Json
record PendingUser(
    @Json.Property("UserSub") String userSub,
    @Json.Property("UserConfirmed") boolean userConfirmed,
    @Json.Property("CodeDeliveryDetails") @Nullable CodeDelivery codeDeliveryDetails) {}
