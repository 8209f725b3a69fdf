package dev.gatehouse.api;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Says where a code was sent, masked by Cognito. */
@Json
record CodeDelivery(
    @Json.Property("AttributeName") @Nullable String attributeName,
    @Json.Property("DeliveryMedium") @Nullable String deliveryMedium,
    @Json.Property("Destination") @Nullable String destination) {}
