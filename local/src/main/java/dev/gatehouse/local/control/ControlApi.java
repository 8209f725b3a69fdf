package dev.gatehouse.local.control;

import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.inspect.Replay;
import dev.gatehouse.local.inspect.TokenDecoder;
import dev.gatehouse.local.inspect.UserActions;
import dev.gatehouse.local.inspect.Users;
import dev.gatehouse.local.ses.mail.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The HTTP calls for test code. Each action of the console is one of them. */
public final class ControlApi {

  /** The path of the document that describes them. */
  private static final String OPENAPI = "/_gatehouse/openapi.yaml";

  /** What the calls show and do. */
  public record Parts(
      Mails mails,
      Inbox inbox,
      Users users,
      UserActions actions,
      History history,
      Replay replay,
      TokenDecoder tokens,
      EventHub events,
      Faults faults) {}

  private ControlApi() {}

  /** Returns the routes. */
  public static Stream<Route> routes(Parts parts) {
    EventStream events = new EventStream(parts.events());
    return Stream.of(
            new MailEndpoints(parts.mails(), parts.inbox()).routes(),
            new UserEndpoints(parts.users(), parts.actions()).routes(),
            new ActivityEndpoints(parts.history(), parts.replay()).routes(),
            new LogEndpoints(parts.history()).routes(),
            new FaultEndpoints(parts.faults()).routes(),
            Stream.of(
                Route.of(
                    "POST",
                    "/_gatehouse/tokens/decode",
                    request -> decode(parts.tokens(), request)),
                Route.of("GET", "/_gatehouse/events", events::open),
                Route.of("GET", OPENAPI, request -> document())))
        .flatMap(routes -> routes);
  }

  private static Response decode(TokenDecoder tokens, RoutedRequest request) {
    String token = request.text("token");
    try {
      return ControlResponses.json(tokens.decode(token));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Response document() {
    try (InputStream in =
        Objects.requireNonNull(ControlApi.class.getResourceAsStream("openapi.yaml"))) {
      return Response.of(
          200, "application/yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
