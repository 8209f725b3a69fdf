package dev.gatehouse.functions;

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
 * Lets answers of AWS look like a success with this body, so that a rehearsal reads one: what
 * really succeeded would leave something behind.
 */
public final class RehearsedSuccess implements ExecutionInterceptor {
  private static final ExecutionAttribute<Boolean> REHEARSED =
      new ExecutionAttribute<>("GatehouseRehearsed");

  private final byte[] body;
  private final AtomicInteger honest;

  private RehearsedSuccess(String body, int honest) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.honest = new AtomicInteger(honest);
  }

  /** Leaves the first answer as it is, so that a refusal is read as well. */
  public static RehearsedSuccess afterOneAnswer(String body) {
    return new RehearsedSuccess(body, 1);
  }

  /** Leaves no answer as it is. */
  public static RehearsedSuccess atOnce(String body) {
    return new RehearsedSuccess(body, 0);
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    boolean rehearsed = honest.getAndDecrement() <= 0;
    attributes.putAttribute(REHEARSED, rehearsed);
    return rehearsed
        ? answer.toBuilder().statusCode(200).removeHeader("x-amz-crc32").build()
        : answer;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    // The context still holds the answer as it came.
    return Boolean.TRUE.equals(attributes.getAttribute(REHEARSED))
        ? Optional.of(new ByteArrayInputStream(body))
        : context.responseBody();
  }
}
