package dev.gatehouse.lambda.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.ArrayDeque;
import java.util.Deque;

/** A fake of the context of an invocation with prepared remaining times. */
public record TimedContext(Context other, Deque<Integer> left) implements Context {

  /** Returns a context whose remaining times are these, in order; the last one is repeated. */
  public static TimedContext with(int... milliseconds) {
    Deque<Integer> left = new ArrayDeque<>();
    for (int each : milliseconds) {
      left.add(each);
    }
    return new TimedContext(new AnyContext("request-1"), left);
  }

  @Override
  public int getRemainingTimeInMillis() {
    return left.size() > 1 ? left.remove() : left.element();
  }

  @Override
  public String getAwsRequestId() {
    return other.getAwsRequestId();
  }

  @Override
  public String getLogGroupName() {
    return other.getLogGroupName();
  }

  @Override
  public String getLogStreamName() {
    return other.getLogStreamName();
  }

  @Override
  public String getFunctionName() {
    return other.getFunctionName();
  }

  @Override
  public String getFunctionVersion() {
    return other.getFunctionVersion();
  }

  @Override
  public String getInvokedFunctionArn() {
    return other.getInvokedFunctionArn();
  }

  @Override
  public CognitoIdentity getIdentity() {
    return other.getIdentity();
  }

  @Override
  public ClientContext getClientContext() {
    return other.getClientContext();
  }

  @Override
  public int getMemoryLimitInMB() {
    return other.getMemoryLimitInMB();
  }

  @Override
  public LambdaLogger getLogger() {
    return other.getLogger();
  }
}
