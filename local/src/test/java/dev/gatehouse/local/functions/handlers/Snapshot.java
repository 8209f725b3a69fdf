package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;

/** Answers with what was done to it before the event came. */
public final class Snapshot implements RequestHandler<Object, List<String>>, Resource {

  private final List<String> done = new ArrayList<>();

  /** Asks to be told of the snapshot. */
  @SuppressWarnings("this-escape") // as the interface is meant to be used
  public Snapshot() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    done.add("primed");
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    done.add("restored");
  }

  @Override
  public List<String> handleRequest(
      Object event, com.amazonaws.services.lambda.runtime.Context context) {
    return done;
  }
}
