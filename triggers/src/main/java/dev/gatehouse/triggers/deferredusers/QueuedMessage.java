package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out of AWS's class what no message of ours has, and what would need a reader of bytes. */
@Json.MixIn(SQSMessage.class)
abstract class QueuedMessage {
  @Json.Ignore @Nullable Map<String, MessageAttribute> messageAttributes;
}
