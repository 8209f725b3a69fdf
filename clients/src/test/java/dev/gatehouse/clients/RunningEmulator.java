package dev.gatehouse.clients;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The emulator with the plan that has hosted pages, on free ports, TLS included. */
final class RunningEmulator implements AutoCloseable {

  /** The folder of the root POM. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Path PLAN = ROOT.resolve("pulumi/target/tested/plans/hosted.json");
  private static final Pattern AWS_ADDRESS = Pattern.compile("^ *AWS +(http://[^ ]+)");
  private static final Pattern CODE = Pattern.compile("[^#\\w](\\d{6})\\b");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final URI aws;
  private final JsonObject info;

  private RunningEmulator(Process process, URI aws) {
    this.process = process;
    this.aws = aws;
    this.info = get("/_gatehouse");
  }

  /** Starts an emulator whose tokens name itself as their issuer, and waits until it is ready. */
  static RunningEmulator start() throws IOException {
    return start(PLAN, "--https-port=0", "--issuer=local");
  }

  /** Starts an emulator whose tokens name its port for TLS as their issuer. */
  static RunningEmulator startWithIssuerOverTls() throws IOException {
    return start(PLAN, "--https-port=0", "--issuer=https");
  }

  /**
   * Starts an emulator whose API answers the pages of this computer, as that of make local does.
   *
   * @param folder the folder for its plan
   */
  static RunningEmulator startForPages(Path folder) throws IOException {
    JsonObject plan = JsonParser.parseString(Files.readString(PLAN)).getAsJsonObject();
    plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("type").getAsString().equals("aws:lambda/function:Function"))
        .filter(each -> each.get("name").getAsString().equals("api"))
        .map(each -> each.getAsJsonObject("inputs").getAsJsonObject("environment"))
        .forEach(
            environment ->
                environment
                    .getAsJsonObject("variables")
                    .addProperty("CORS_ORIGINS", "http://localhost:*"));
    return start(Files.writeString(folder.resolve("plan.json"), plan.toString()), "--https-port=0");
  }

  private static RunningEmulator start(Path plan, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ROOT.resolve("local/target/start").toString(),
                "--api-port=0",
                "--aws-port=0",
                "--demo-port=0",
                "--plan=" + plan));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new RunningEmulator(process, awsUrl(process.inputReader()));
  }

  private static URI awsUrl(BufferedReader output) throws IOException {
    List<String> printed = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.add(line);
      Matcher address = AWS_ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group(1));
      }
    }
    throw new IllegalStateException(String.join("\n", printed));
  }

  /** Returns the endpoint of AWS's services. */
  URI aws() {
    return aws;
  }

  /** Returns a member of the response of {@code GET /_gatehouse}. */
  String info(String member) {
    return info.get(member).getAsString();
  }

  /** Returns the issuer of the tokens of a pool. */
  String issuer() {
    return get("/%s/.well-known/openid-configuration".formatted(info("userPoolId")))
        .get("issuer")
        .getAsString();
  }

  /** Returns the variables that describe the emulator to the client programs. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEHOUSE_AWS_URL", aws.toString());
    environment.put("GATEHOUSE_ISSUER", issuer());
    environment.put("GATEHOUSE_USER_POOL_ID", info("userPoolId"));
    environment.put("GATEHOUSE_CLIENT_ID", info("userPoolClientId"));
    environment.put("GATEHOUSE_CALLBACK_URL", "http://localhost:8400/signed-in");
    environment.put("GATEHOUSE_LOGOUT_URL", "http://localhost:8400/signed-out");
    if (!info.get("httpsUrl").isJsonNull()) {
      environment.put("GATEHOUSE_HTTPS_URL", info("httpsUrl"));
      environment.put("NODE_EXTRA_CA_CERTS", info("caFile"));
    }
    return environment;
  }

  /** Returns the emulator's time. */
  Instant time() {
    return Instant.parse(get("/_gatehouse/clock").get("now").getAsString());
  }

  /** Moves the emulator's clock forward. */
  void moveClock(Duration forward) {
    JsonObject body = new JsonObject();
    body.addProperty("forward", forward.toString());
    send(
        HttpRequest.newBuilder(aws.resolve("/_gatehouse/clock"))
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  /** Lets users of the plan's pool register an authenticator app, as an administrator does. */
  void allowAuthenticatorApps() {
    String members =
        """
        {"UserPoolId": "%s", "MfaConfiguration": "OPTIONAL",
         "SoftwareTokenMfaConfiguration": {"Enabled": true}}
        """;
    send(
        HttpRequest.newBuilder(aws)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.SetUserPoolMfaConfig")
            .POST(BodyPublishers.ofString(members.formatted(info("userPoolId")))));
  }

  /** Returns the code in the newest mail to an address; waits until there is one. */
  String codeFor(String email) {
    for (int attempt = 0; attempt < 100; attempt++) {
      var mails = get("/_aws/ses?email=" + email).getAsJsonArray("messages");
      if (!mails.isEmpty()) {
        JsonObject mail = mails.get(mails.size() - 1).getAsJsonObject();
        Matcher code = CODE.matcher(mail.getAsJsonObject("Body").get("html_part").getAsString());
        if (code.find()) {
          return code.group(1);
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new AssertionError("no mail with a code");
  }

  private JsonObject get(String path) {
    return JsonParser.parseString(send(HttpRequest.newBuilder(aws.resolve(path))))
        .getAsJsonObject();
  }

  private static String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
