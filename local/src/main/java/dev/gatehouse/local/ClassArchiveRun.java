package dev.gatehouse.local;

import com.google.gson.JsonParser;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.browser.WebAccess;
import dev.gatehouse.local.classarchive.FunctionClassArchive;
import dev.gatehouse.local.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run of the emulator in which a user signs up, confirms, signs in and reads the profile, so that
 * the JVM archives the classes that it loaded, linked and profiled, and so do those of the
 * functions.
 */
final class ClassArchiveRun {

  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String PASSWORD = "Correct-horse-9";

  private final EmulatorInfo info;

  private ClassArchiveRun(EmulatorInfo info) {
    this.info = info;
  }

  /** Runs the journey; takes the repository root. Throws if a step fails, and writes nothing. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    readCommandLine(args[0]);
    EmulatorOptions options =
        new EmulatorOptions(
            root,
            0,
            0,
            OptionalInt.empty(),
            new EmulatorOptions.DemoPort(0, true),
            null,
            null,
            EmulatorOptions.languagesUnder(root),
            true,
            EmulatorOptions.Issuer.aws,
            WebAccess.LOCAL,
            FunctionClassArchive.Mode.RECORD);
    // Logs of its own, since those of the functions belong to the emulator that is in use.
    Path logs = root.resolve("local/target/archive-logs");
    try (Emulator emulator = new Emulator(options, logs)) {
      new ClassArchiveRun(emulator.start(Plan.read(root.resolve("pulumi/target/plan.json"))))
          .journey();
    }
    System.exit(0);
  }

  /** Reads options as every start does, so that the archive has the classes that do it. */
  private static void readCommandLine(String root) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    int unused =
        Main.commandLine(nowhere, nowhere)
            .setExecutionStrategy(parsed -> parsed.matchedOptions().size())
            .execute("--root", root, "--api-port", "0");
  }

  private void journey() throws IOException {
    String email = info.sampleEmail();
    api("user", Json.text(Json.object("username", email, "password", PASSWORD)));
    api("user/validate", Json.text(Json.object("username", email, "code", code())));
    api("user/profile", Json.text(Json.object("access_token", accessToken(email))));
  }

  private String code() throws IOException {
    Matcher code = CODE.matcher(request(info.inboxUrl(), null, null));
    String last = "";
    while (code.find()) {
      last = code.group();
    }
    return last;
  }

  private String accessToken(String email) throws IOException {
    String response =
        request(
            info.awsUrl(),
            "AWSCognitoIdentityProviderService.InitiateAuth",
            Json.text(
                Json.object(
                    "AuthFlow",
                    "USER_PASSWORD_AUTH",
                    "ClientId",
                    info.userPoolClientId(),
                    "AuthParameters",
                    Json.object("USERNAME", email, "PASSWORD", PASSWORD))));
    return JsonParser.parseString(response)
        .getAsJsonObject()
        .getAsJsonObject("AuthenticationResult")
        .get("AccessToken")
        .getAsString();
  }

  private void api(String path, String body) throws IOException {
    request(info.apiUrl() + "/" + path, null, body);
  }

  private static String request(String address, @Nullable String target, @Nullable String body)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    if (target != null) {
      connection.setRequestProperty("X-Amz-Target", target);
      connection.setRequestProperty("Content-Type", "application/x-amz-json-1.1");
    }
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream response = connection.getInputStream()) {
      return new String(response.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
