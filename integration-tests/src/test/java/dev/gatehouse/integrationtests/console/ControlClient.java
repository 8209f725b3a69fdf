package dev.gatehouse.integrationtests.console;

import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of the emulator's calls for test code. */
final class ControlClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final LocalEmulator emulator;
  private final URI aws;

  ControlClient(LocalEmulator emulator) {
    this.emulator = emulator;
    this.aws = emulator.aws();
  }

  TextResponse get(String path) {
    return send("GET", path, "");
  }

  /** Returns a list or an item as the script for the terminal gets it. */
  String text(String path) {
    return send(request(path).header("Accept", "text/plain").GET()).body();
  }

  TextResponse send(String method, String path, String body) {
    return send(request(path).method(method, BodyPublishers.ofString(body)));
  }

  /** Sends a mail with SES's API, from a verified identity. */
  void mail(String to, String subject, String html) {
    String form =
        "Action=SendEmail&Version=2010-12-01&Source=no-reply@gatehouse.test"
            + "&Destination.ToAddresses.member.1=%s&Message.Subject.Data=%s&Message.Body.Html.Data=%s"
                .formatted(encoded(to), encoded(subject), encoded(html));
    TextResponse response =
        send(
            HttpRequest.newBuilder(aws.resolve("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (response.status() != 200) {
      throw new AssertionError(response.body());
    }
  }

  /** Changes an attribute of a user in Cognito alone, as an administrator may. */
  void updateUser(SignUpUser user, String attribute, String value) {
    String body =
        """
        {"UserPoolId": "%s", "Username": "%s", "UserAttributes": [{"Name": "%s", "Value": "%s"}]}
        """
            .formatted(emulator.info("userPoolId"), user.email(), attribute, value);
    TextResponse response =
        send(
            HttpRequest.newBuilder(aws.resolve("/"))
                .header(
                    "X-Amz-Target", "AWSCognitoIdentityProviderService.AdminUpdateUserAttributes")
                .POST(BodyPublishers.ofString(body)));
    if (response.status() != 200) {
      throw new AssertionError(response.body());
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(aws.resolve("/_gatehouse/" + path))
        .timeout(Duration.ofSeconds(60));
  }

  private static TextResponse send(HttpRequest.Builder request) {
    try {
      return TextResponse.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
