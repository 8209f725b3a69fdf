package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the program takes, the functions of the built archives start with; what it refuses, they
 * refuse too.
 */
@Tag("extended")
final class FunctionsAgreeIT {
  private static final String PRE_SIGN_UP = "pre-sign-up";
  private static final String CUSTOM_MESSAGE = "custom-message";
  private static final String CUSTOM_EMAIL_SENDER = "custom-email-sender";
  private static final int EACH = 25;

  /** A row of the table of settings: key, type, default, example. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\|[^|]*\\| `([^|]+)` \\|");

  /** How many values of each function and outcome Lambda's own client starts. */
  private static final int INITS = 2;

  private final Map<String, FunctionArchive> functions = new TreeMap<>();
  private final Map<String, String> handlers = new TreeMap<>();
  private final Map<String, List<Map<String, String>>> started = new TreeMap<>();
  @TempDir private Path directory;
  private final List<String> differences = new ArrayList<>();
  private int taken;
  private int refused;

  @BeforeEach
  void startTheFunctions() throws IOException {
    start(PRE_SIGN_UP, "", "presignup.PreSignUpHandler");
    start(CUSTOM_MESSAGE, "", "custommessage.CustomMessageHandler");
    String processor = System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x86_64";
    start(CUSTOM_EMAIL_SENDER, processor, "customemailsender.CustomEmailSenderHandler");
  }

  @AfterEach
  void stopTheFunctions() {
    functions.values().forEach(FunctionArchive::close);
  }

  @Test
  void generatedValuesAreTakenOrRefusedByBoth() throws IOException {
    Map<String, List<String>> values = new GeneratedValues().byKey(EACH);
    for (Map.Entry<String, List<String>> key : values.entrySet()) {
      for (String value : key.getValue()) {
        compare(key.getKey(), value);
      }
    }

    assertThat(differences).isEmpty();
    assertThat(taken + refused).isGreaterThan(200);
    assertThat(Math.min(taken, refused)).isGreaterThanOrEqualTo((taken + refused) / 3);
    initWithTheRuntimeInterfaceClient();
  }

  /**
   * The function's process has had other variables before, and creates the handler by itself; a
   * process of Lambda's client, with the real environment, says the same.
   */
  private void initWithTheRuntimeInterfaceClient() throws IOException {
    assertThat(started).hasSize(2 * functions.size());
    Path jdk = FunctionArchive.jdk();
    for (Map.Entry<String, List<Map<String, String>>> outcome : started.entrySet()) {
      String[] functionAndOutcome = outcome.getKey().split(" ", 2);
      String function = functionAndOutcome[0];
      String handler = Objects.requireNonNull(handlers.get(function));
      for (Map<String, String> variables : outcome.getValue()) {
        assertThat(FunctionInit.of(jdk, directory.resolve(function), handler, variables))
            .as("%s with %s", function, variables)
            .startsWith(functionAndOutcome[1]);
      }
    }
  }

  @Test
  void examplesOfTheDocumentationAreTakenOrRefusedByBoth() throws IOException {
    int[] examples = {0};
    ROW.matcher(Files.readString(Path.of("../docs/settings.md")))
        .results()
        .filter(row -> !function(row.group(1)).isEmpty())
        .forEach(
            row -> {
              examples[0]++;
              compareUnchecked(row.group(1), value(row.group(1), row.group(2)));
            });

    assertThat(examples[0]).isGreaterThan(25);
    assertThat(differences).isEmpty();
  }

  private void start(String function, String processor, String name) throws IOException {
    String handler = "dev.gatehouse.triggers." + name;
    handlers.put(function, handler);
    Path archive =
        Path.of("../triggers/%1$s/target/gatehouse-%1$s%2$s.zip".formatted(function, processor));
    functions.put(function, FunctionArchive.start(archive, handler, directory.resolve(function)));
  }

  private void compareUnchecked(String key, String value) {
    try {
      compare(key, value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void compare(String key, String value) throws IOException {
    Map<String, String> variables = variables(LOCAL);
    String program;
    try {
      variables = variables(settings(key, value));
      program = "taken";
      taken++;
    } catch (SettingInvalid e) {
      variables.put(variable(key), raw(value));
      program = "refused " + e.getMessage();
      refused++;
    }
    String function = function(key);
    String result = Objects.requireNonNull(functions.get(function)).start(variables);
    if (program.startsWith("taken") != result.equals("taken")) {
      differences.add("%s: program %s, function %s".formatted(value, program, result));
    }
    List<Map<String, String>> same =
        started.computeIfAbsent(
            function + " " + result.split(" ", 2)[0], outcome -> new ArrayList<>());
    if (same.size() < INITS) {
      same.add(variables);
    }
  }

  private static StackSettings settings(String key, String value) {
    StackSettings settings = LOCAL.with("gatehouse:" + key, value);
    return key.equals("emailAllowlist")
        ? settings.with("gatehouse:emailAllow", "[\"a.com\"]")
        : settings;
  }

  /** Returns the variables of all three functions, as the program sets them. */
  private static Map<String, String> variables(StackSettings settings) {
    StackConfig config = LocalStackConfig.config(settings);
    Map<String, String> variables = new TreeMap<>(config.emailRules().variables());
    variables.putAll(config.mailCopy().variables());
    variables.put("FROM_ADDRESS", config.sender().from());
    if (!config.sender().replyTo().isEmpty()) {
      variables.put("REPLY_TO", config.sender().replyTo());
    }
    variables.put("SES_IDENTITY_ARN", config.sender().identityArn());
    variables.put(
        "CODE_KEY_ARN",
        "arn:aws:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555");
    variables.put("SENT_CODES_TABLE", "sent-codes");
    return variables;
  }

  /** Returns the variable of a value that the program refused: lists are joined by commas. */
  private static String raw(String value) {
    return value.startsWith("[")
        ? String.join(",", new Gson().fromJson(value, new TypeToken<List<String>>() {}))
        : value;
  }

  /** Returns the function that reads the setting first; blank if none does. */
  private static String function(String key) {
    return switch (key) {
      // pre-sign-up without the lookup of mailboxes refuses it: the stack has another archive then.
      case "emailSending", "emailAddressArn", "emailOneAccountPerMailbox" -> "";
      case "productName",
          "defaultLocale",
          "brandColor",
          "supportAddress",
          "productUrl",
          "logoUrl",
          "companyAddress" ->
          CUSTOM_MESSAGE;
      case "from", "replyTo" -> CUSTOM_EMAIL_SENDER;
      default -> key.startsWith("email") ? PRE_SIGN_UP : "";
    };
  }

  private static String variable(String key) {
    return key.equals("from")
        ? "FROM_ADDRESS"
        : key.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** Returns the value that an example sets; one of a list is a command. */
  private static String value(String key, String example) {
    String value = example.substring(example.lastIndexOf(' ') + 1);
    return example.startsWith("pulumi config set --path")
        ? "[\"%s\"]".formatted(value)
        : key.equals("from") ? "Example <no-reply@gatehouse.test>" : example;
  }
}
