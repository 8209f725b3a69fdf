package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;

/** A function that returns the CRaC hooks that ran before its event. */
public final class SnapshotHooks implements RequestHandler<Object, List<String>>, Resource {

  private final List<String> hooks = new ArrayList<>();

  /** Registers the hooks. */
  @SuppressWarnings("this-escape") // the usual registration
  public SnapshotHooks() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    hooks.add("primed");
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    hooks.add("restored");
  }

  @Override
  public List<String> handleRequest(
      Object event, com.amazonaws.services.lambda.runtime.Context context) {
    return hooks;
  }
}
