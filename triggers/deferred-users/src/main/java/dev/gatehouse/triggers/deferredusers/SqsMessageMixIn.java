package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of AWS's message class without attributes, which our messages do not have. */
@Json.MixIn(SQSMessage.class)
abstract class SqsMessageMixIn {
  @Json.Ignore @Nullable Map<String, MessageAttribute> messageAttributes;
}
