/** The consumer of the queue of deferred users. */
@NullMarked
@Json.Import({SQSEvent.class, SQSBatchResponse.class})
package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
