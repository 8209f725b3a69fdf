package dev.gatehouse.lambda.aws;

import dev.gatehouse.lambda.priming.Priming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

  /** While priming replays, one response in so many is read as the refusal that it was. */
  private static final int REFUSAL_EVERY = 4;

  private final byte[] body;
  private final int realCalls;
  private final AtomicInteger calls = new AtomicInteger();

  private CannedResponse(String body, int realCalls) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.realCalls = realCalls;
  }

  /**
   * Returns an interceptor that replaces every response but the first, and but some while priming
   * replays, so that an error is read too.
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
    boolean canned = isCanned(calls.getAndIncrement());
    attributes.putAttribute(CANNED, canned);
    return canned
        ? response.toBuilder().statusCode(200).removeHeader("x-amz-crc32").build()
        : response;
  }

  private boolean isCanned(int call) {
    boolean refused = realCalls > 0 && Priming.isReplaying() && call % REFUSAL_EVERY == 0;
    return call >= realCalls && !refused;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    // The context still holds the original response.
    if (!Boolean.TRUE.equals(attributes.getAttribute(CANNED))) {
      return context.responseBody();
    }
    context.responseBody().ifPresent(CannedResponse::readToTheEnd);
    return Optional.of(new ByteArrayInputStream(body));
  }

  /** Reads the original body, as a call that is not primed does, and frees its connection. */
  private static void readToTheEnd(InputStream original) {
    try (original) {
      original.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
