package dev.gatehouse.local.http;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Responses in the form of the HTTP server. */
final class SentResponse {

  private SentResponse() {}

  /** Returns a response with its headers as written, and its body if the status may have one. */
  static ClassicHttpResponse of(Response response) {
    ClassicHttpResponse sent = new BasicClassicHttpResponse(response.status());
    response
        .headers()
        .forEach((name, values) -> values.forEach(value -> sent.addHeader(name, value)));
    addBody(sent, response);
    return sent;
  }

  private static void addBody(ClassicHttpResponse sent, Response response) {
    switch (response.status()) {
      case 204, 205, 304 -> {} // HTTP allows no body.
      default -> {
        Response.BodyStream stream = response.stream();
        if (stream != null) {
          sent.setEntity(new EntityTemplate(null, stream::writeTo));
        } else if (response.body().length > 0) {
          sent.setEntity(new ByteArrayEntity(response.body(), null));
        }
      }
    }
  }
}
