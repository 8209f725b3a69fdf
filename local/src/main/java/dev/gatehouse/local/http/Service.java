package dev.gatehouse.local.http;

/** A handler of HTTP requests: an AWS service, a page, or all of a port. */
@FunctionalInterface
public interface Service {

  /** Returns the response to a request; errors are responses too, never exceptions. */
  Response handle(Request request);
}
