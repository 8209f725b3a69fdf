package dev.gatehouse.local.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that is created after one that sends requests to it. */
public final class ServiceReference implements Service {

  private volatile @Nullable Service service;

  /** Sets the service; requests that come before get 503. */
  public void set(Service created) {
    service = created;
  }

  @Override
  public Response handle(Request request) {
    Service created = service;
    return created == null ? new Response(503, Map.of(), new byte[0]) : created.handle(request);
  }
}
