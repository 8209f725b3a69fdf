package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON names of AWS's event class, for which Lambda's own serializer has a special rule. */
@Json.MixIn(SQSEvent.class)
abstract class SqsEventMixIn {
  @Json.Property("Records")
  @Nullable List<SQSMessage> records;
}
