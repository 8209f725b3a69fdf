package dev.gatehouse.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.cognito.operations.Neighbours;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Is Cognito under test, with everything around it in the test's hands. */
final class TestCognito {
  static final String POOL = "us-east-1_3i1ujdfha";
  static final String CLIENT = "4zxuyf0vh6n7avtyg1j7jpm1ds";
  static final String LEGACY = "legacyclient0000000000000a";
  static final String BACKEND = "backendclient000000000000b";
  static final String BACKEND_SECRET = "thisisnosecretthisisnosecretthisisnosecret0123456789";
  static final String PLAIN_POOL = "us-east-1_plain0000";
  static final String PLAIN = "plainclient00000000000000c";
  static final String EMAIL = "Jane@example.com";
  static final String PASSWORD = "Corr3ct-horse";
  static final String KEY =
      "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  static final String SENDER =
      "arn:aws:lambda:us-east-1:000000000000:function:gatehouse-local-custom-email-sender:live";
  static final URI AWS = URI.create("http://localhost:4566");

  // Keys take a while to make, so one run makes them for all tests.
  private static final Path KEYS = Path.of("target", "cognito-tests", UUID.randomUUID().toString());

  final TestClock clock = new TestClock();
  final ScriptedLambda lambda = new ScriptedLambda();
  final Mailbox mail = new Mailbox();
  final Kms kms;
  final Path data = KEYS.resolveSibling(UUID.randomUUID().toString());
  Cognito cognito;

  TestCognito() {
    this(plan());
  }

  TestCognito(Plan plan) {
    try {
      Files.createDirectories(data);
      Files.copy(keys(), data.resolve("cognito.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kms = Kms.of(plan, clock, null);
    cognito = start(plan);
  }

  /** Is an answer taken apart. */
  record Reply(int status, Response response) {
    JsonObject json() {
      return JsonParser.parseString(response.text()).getAsJsonObject();
    }

    String type() {
      return json().get("__type").getAsString();
    }

    String message() {
      return json().get("message").getAsString();
    }

    String text(String... path) {
      JsonElement at = json();
      for (String name : path) {
        at = at.getAsJsonObject().get(name);
      }
      return at.getAsString();
    }

    String header(String name) {
      return response.headers().getOrDefault(name, List.of("")).getFirst();
    }

    JsonObject object(String name) {
      return json().getAsJsonObject(name);
    }

    @Override
    public String toString() {
      return status + " " + response.text();
    }
  }

  static Plan plan() {
    try {
      return Plan.read(
          Path.of(Objects.requireNonNull(TestCognito.class.getResource("plan.json")).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the plan whose first pool leaves its mails to a function. */
  static Plan planWithSender() {
    Plan plan = plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals("people")) {
        JsonObject functions = resource.inputs().getAsJsonObject("lambdaConfig");
        functions.add("customEmailSender", json("lambdaArn", SENDER, "lambdaVersion", "V1_0"));
        functions.addProperty("kmsKeyId", KEY);
      }
    }
    return plan;
  }

  Cognito start(Plan plan) {
    return Cognito.of(plan, new Neighbours(lambda, mail, kms), clock, AWS, data);
  }

  /** Stops and starts again with what was kept. */
  void restart() {
    cognito = start(plan());
  }

  Reply call(String operation, JsonObject body) {
    return send(operation, body.toString());
  }

  Reply send(String operation, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "x-amz-target", List.of("AWSCognitoIdentityProviderService." + operation),
            "Content-Type", List.of("application/x-amz-json-1.1"));
    Response response =
        cognito.answer(
            new Request("POST", "/", Map.of(), headers, "127.0.0.1", body.getBytes(UTF_8)));
    return new Reply(response.status(), response);
  }

  /** Returns JSON out of names and values in turns; maps become objects. */
  static JsonObject json(Object... namesAndValues) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return json;
  }

  private static JsonElement element(Object value) {
    return switch (value) {
      case JsonElement json -> json;
      case Boolean flag -> new JsonPrimitive(flag);
      case Number number -> new JsonPrimitive(number);
      default -> new JsonPrimitive(value.toString());
    };
  }

  static JsonArray list(Object... values) {
    JsonArray list = new JsonArray();
    for (Object value : values) {
      list.add(element(value));
    }
    return list;
  }

  Reply signUp(String email) {
    return signUp(email, PASSWORD);
  }

  Reply signUp(String email, String password) {
    return call("SignUp", json("ClientId", CLIENT, "Username", email, "Password", password));
  }

  Reply confirm(String email, String code) {
    return call(
        "ConfirmSignUp", json("ClientId", CLIENT, "Username", email, "ConfirmationCode", code));
  }

  /** Signs somebody up and confirms them; returns the sub. */
  String confirmed(String email) {
    String sub = signUp(email).text("UserSub");
    confirm(email, mail.code());
    return sub;
  }

  Reply signIn(String email, String password) {
    return signIn(CLIENT, email, password);
  }

  Reply signIn(String client, String email, String password) {
    return call(
        "InitiateAuth",
        json(
            "ClientId",
            client,
            "AuthFlow",
            "USER_PASSWORD_AUTH",
            "AuthParameters",
            json("USERNAME", email, "PASSWORD", password)));
  }

  Reply refresh(String client, String token) {
    return call(
        "InitiateAuth",
        json(
            "ClientId",
            client,
            "AuthFlow",
            "REFRESH_TOKEN_AUTH",
            "AuthParameters",
            json("REFRESH_TOKEN", token)));
  }

  private static synchronized Path keys() {
    Path file = KEYS.resolve("cognito.json");
    if (!Files.exists(file)) {
      TestClock clock = new TestClock();
      Neighbours none =
          new Neighbours(new ScriptedLambda(), new Mailbox(), Kms.of(plan(), clock, null));
      Cognito first = Cognito.of(plan(), none, clock, AWS, KEYS);
      first.publicKeys(POOL);
      first.publicKeys(PLAIN_POOL);
      // A change of a pool writes down the keys of both.
      first.answer(
          new Request(
              "POST",
              "/",
              Map.of(),
              Map.of(
                  "X-Amz-Target",
                  List.of("AWSCognitoIdentityProviderService.CreateUserPoolClient")),
              "127.0.0.1",
              json("UserPoolId", POOL, "ClientName", "first").toString().getBytes(UTF_8)));
    }
    return file;
  }
}
