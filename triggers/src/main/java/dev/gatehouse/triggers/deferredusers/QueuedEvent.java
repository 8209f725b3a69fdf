package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how AWS's class is written in JSON, where Lambda's own reader has a rule for it. */
@Json.MixIn(SQSEvent.class)
abstract class QueuedEvent {
  @Json.Property("Records")
  @Nullable List<SQSMessage> records;
}
