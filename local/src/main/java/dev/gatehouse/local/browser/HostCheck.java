package dev.gatehouse.local.browser;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.List;

/**
 * A port that answers to the allowed hosts only, against DNS rebinding: a page's own name that
 * resolves to this computer makes its requests same-origin, and only the {@code Host} header tells.
 */
public record HostCheck(AllowedHosts hosts, Service service) implements Service {

  @Override
  public Response handle(Request request) {
    List<String> given = hosts(request);
    return given.size() == 1 && hosts.allow(given.getFirst())
        ? service.handle(request)
        : Forbidden.because(refusal(given));
  }

  private static List<String> hosts(Request request) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Host"))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  private static String refusal(List<String> given) {
    if (given.size() != 1) {
      return "A request must have one Host header; this one has " + given.size() + ".";
    }
    return ("The local emulator answers to localhost, *.localhost, 127.0.0.1 and [::1], not to the"
            + " host %s. Start it with %s NAME if a container or another computer reaches it under"
            + " such a name: host.docker.internal, a service of Docker Compose, a bucket's name.")
        .formatted(given.getFirst(), AllowedHosts.OPTION);
  }
}
