package dev.gatehouse.local.http;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.impl.ServerSupport;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;

/** HTTP on a connection, whose own errors are problems of RFC 9457. */
final class ProblemService extends HttpService {

  private static final HttpProcessor HEADERS =
      HttpProcessorBuilder.create()
          .addAll(new ResponseDate(), new ResponseContent(true), new ResponseConnControl())
          .build();

  ProblemService(HttpServerRequestHandler handler) {
    super(HEADERS, new BasicHttpServerExpectationDecorator(handler));
  }

  @Override
  protected void handleException(HttpException error, ClassicHttpResponse response) {
    Response problem = problem(error);
    response.setCode(problem.status());
    problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.setEntity(new ByteArrayEntity(problem.body(), null));
  }

  private static Response problem(HttpException error) {
    return switch (ServerSupport.toStatusCode(error)) {
      case 431 ->
          Problem.response(
              431,
              "Request Header Fields Too Large",
              "Send at most 200 headers, of at most 64 KB each.");
      case 501 ->
          Problem.response(
              501, "Not Implemented", "The only transfer coding of a request is chunked.");
      case 505 -> Problem.response(505, "HTTP Version Not Supported", "The port speaks HTTP/1.1.");
      default -> Problem.response(400, "Bad Request", badRequest(error));
    };
  }

  private static String badRequest(HttpException error) {
    return switch (error) {
      case MalformedTarget target ->
          "The request's target must be a path with a query, each percent-encoded: /user?a=%20.";
      case ParseException line ->
          "The request line or a header is malformed: send GET /path HTTP/1.1 and Name: value.";
      default -> "The request is not valid HTTP/1.1: check Content-Length and Transfer-Encoding.";
    };
  }
}
