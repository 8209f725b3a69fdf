package dev.gatehouse.local.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.account.Identities;
import dev.gatehouse.local.ses.account.SendingRules;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.state.StateStore;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** SES with two verified identities and a configuration set, called as a client calls it. */
public final class TestSes {
  /** The time of every request. */
  public static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"), ZoneOffset.UTC);

  /** The service under test. */
  public final Ses ses =
      new Ses(
          new SesAccount(
              new SendingRules(
                  new Identities(List.of("example.com", "jane@other.org")), Set.of("outgoing")),
              NOON,
              StateStore.none()));

  /** Returns the parameters of a SendEmail request from this sender. */
  public static Map<String, String> simple(String source) {
    return Map.of(
        "Action", "SendEmail",
        "Source", source,
        "Destination.ToAddresses.member.1", "a@b.org",
        "Message.Subject.Data", "s",
        "Message.Body.Text.Data", "t");
  }

  /** Returns the parameters of a SendRawEmail request with this MIME message. */
  public static Map<String, String> raw(String mime) {
    return Map.of(
        "Action",
        "SendRawEmail",
        "RawMessage.Data",
        Base64.getEncoder().encodeToString(mime.getBytes(UTF_8)));
  }

  /** Returns the response to a request with these parameters. */
  public Response call(Map<String, String> fields) {
    return form(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  /** Returns the response to a request with this body. */
  public Response form(String body) {
    return ses.handle(request(body));
  }

  /** Returns a request with this body. */
  public static Request request(String body) {
    return new Request("POST", "/", Map.of(), Map.of(), "127.0.0.1", body.getBytes(UTF_8));
  }
}
