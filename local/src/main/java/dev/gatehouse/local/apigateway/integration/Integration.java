package dev.gatehouse.local.apigateway.integration;

import dev.gatehouse.local.apigateway.responses.MappingTemplate;
import dev.gatehouse.local.apigateway.responses.ParameterMapping;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The integration of a method: the source of its responses. */
public sealed interface Integration {

  /**
   * A Lambda proxy integration, AWS_PROXY.
   *
   * @param arn the function, version or alias
   */
  record LambdaProxy(String arn, Duration timeout) implements Integration {}

  /**
   * A MOCK integration, which responds without a backend.
   *
   * @param headers the sources of the response headers, by header name
   */
  record Mock(int status, Map<String, ParameterMapping> headers, @Nullable MappingTemplate body)
      implements Integration {}
}
