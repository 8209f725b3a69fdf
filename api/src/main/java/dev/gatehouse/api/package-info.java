/** The function behind API Gateway: its handler, its settings and its priming. */
@NullMarked
@Json.Import({APIGatewayProxyRequestEvent.class, APIGatewayProxyResponseEvent.class})
package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
