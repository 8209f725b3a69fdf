package dev.gatehouse.users;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lets every answer but the first look like a success, so that a rehearsal reads one: a put that
 * really succeeded would leave a row.
 */
final class RehearsedSuccess implements ExecutionInterceptor {
  private final AtomicInteger answers = new AtomicInteger();

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    return answers.getAndIncrement() == 0
        ? answer
        : answer.toBuilder().statusCode(200).removeHeader("x-amz-crc32").build();
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.httpResponse().isSuccessful()
        ? Optional.of(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))
        : context.responseBody();
  }
}
