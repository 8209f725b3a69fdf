package dev.gatehouse.lambda.aws;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A successful response that replaces the response of AWS, so that priming also runs the code that
 * reads a success, without a call that leaves anything behind.
 */
public final class CannedResponse implements ExecutionInterceptor {
  private static final ExecutionAttribute<Boolean> CANNED =
      new ExecutionAttribute<>("GatehouseCannedResponse");

  private final byte[] body;
  private final AtomicInteger remainingRealCalls;

  private CannedResponse(String body, int remainingRealCalls) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.remainingRealCalls = new AtomicInteger(remainingRealCalls);
  }

  /**
   * Returns an interceptor that replaces every response but the first, so that an error is read
   * too.
   */
  public static CannedResponse afterOneCall(String body) {
    return new CannedResponse(body, 1);
  }

  /** Returns an interceptor that replaces every response. */
  public static CannedResponse always(String body) {
    return new CannedResponse(body, 0);
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    boolean canned = remainingRealCalls.getAndDecrement() <= 0;
    attributes.putAttribute(CANNED, canned);
    return canned
        ? response.toBuilder().statusCode(200).removeHeader("x-amz-crc32").build()
        : response;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    // The context still holds the original response.
    return Boolean.TRUE.equals(attributes.getAttribute(CANNED))
        ? Optional.of(new ByteArrayInputStream(body))
        : context.responseBody();
  }
}
