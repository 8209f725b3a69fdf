package dev.gatehouse.api.routes;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** The delivery of a code, to a destination that Cognito masks. */
@Json
public record CodeDelivery(
    @Json.Property("AttributeName") @Nullable String attributeName,
    @Json.Property("DeliveryMedium") @Nullable String deliveryMedium,
    @Json.Property("Destination") @Nullable String destination) {}
