package dev.gatehouse.api;

/** Answers one method of one path. */
interface Route {

  /** Returns the method in upper case. */
  String method();

  /** Returns the path, which must be met letter by letter. */
  String path();

  /**
   * Answers the request.
   *
   * @throws RequestRefused if the answer is a problem
   */
  Response answer(Request request);
}
