package dev.gatehouse.local.http;

import org.apache.hc.core5.http.ProtocolException;

/** A request whose target is not a path with a query. */
final class MalformedTarget extends ProtocolException {

  private static final long serialVersionUID = 1L;

  MalformedTarget() {
    super("malformed target");
  }
}
