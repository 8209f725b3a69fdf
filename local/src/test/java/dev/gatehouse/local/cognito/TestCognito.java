package dev.gatehouse.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.kms.Kms;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cognito with fakes of the services it uses. */
public final class TestCognito {
  public static final String POOL = "us-east-1_3i1ujdfha";
  public static final String CLIENT = "4zxuyf0vh6n7avtyg1j7jpm1ds";
  public static final String LEGACY = "legacyclient0000000000000a";
  public static final String BACKEND = "backendclient000000000000b";
  public static final String BACKEND_SECRET =
      "thisisnosecretthisisnosecretthisisnosecret0123456789";
  public static final String PLAIN_POOL = "us-east-1_plain0000";
  public static final String PLAIN = "plainclient00000000000000c";
  public static final String EMAIL = "Jane@example.com";
  public static final String PASSWORD = "Corr3ct-horse";
  public static final String KEY =
      "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  public static final String SENDER =
      "arn:aws:lambda:us-east-1:000000000000:function:gatehouse-local-custom-email-sender:live";
  public static final URI AWS = URI.create("http://localhost:4566");

  // Generating keys takes a while, so all tests share them.
  private static final Store KEYS = Store.inMemory();

  public final TestClock clock = new TestClock();
  public final FakeLambda lambda = new FakeLambda();
  public final FakeMailSender mail = new FakeMailSender();
  public final Kms kms;

  /** What survives a restart. */
  public final Store store = Store.inMemory();

  public Cognito cognito;

  /** Creates Cognito with the plan of the tests. */
  public TestCognito() {
    this(plan());
  }

  /** Creates Cognito with a plan. */
  public TestCognito(Plan plan) {
    copyKeys();
    kms = Kms.of(plan, clock, StateStore.none());
    cognito = start(plan);
  }

  /** A response with accessors for its JSON. */
  public record Reply(int status, Response response) {
    public JsonObject json() {
      return JsonParser.parseString(response.text()).getAsJsonObject();
    }

    public String type() {
      return json().get("__type").getAsString();
    }

    public String message() {
      return json().get("message").getAsString();
    }

    public String text(String... path) {
      JsonElement at = json();
      for (String name : path) {
        at = at.getAsJsonObject().get(name);
      }
      return at.getAsString();
    }

    public String header(String name) {
      return response.headers().getOrDefault(name, List.of("")).getFirst();
    }

    public JsonObject object(String name) {
      return json().getAsJsonObject(name);
    }

    @Override
    public String toString() {
      return status + " " + response.text();
    }
  }

  /** Returns the plan of the tests. */
  public static Plan plan() {
    try {
      return Plan.read(
          Path.of(Objects.requireNonNull(TestCognito.class.getResource("plan.json")).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the plan with a CustomEmailSender for its first user pool. */
  public static Plan planWithSender() {
    Plan plan = plan();
    for (Resource resource : plan.resources()) {
      if (resource.name().equals("users")) {
        JsonObject functions = resource.inputs().getAsJsonObject("lambdaConfig");
        functions.add("customEmailSender", json("lambdaArn", SENDER, "lambdaVersion", "V1_0"));
        functions.addProperty("kmsKeyId", KEY);
      }
    }
    return plan;
  }

  /** Returns the stored state. */
  public StateStore state() {
    return StateStore.in(store);
  }

  /** Creates Cognito with this plan and the saved state. */
  public Cognito start(Plan plan) {
    return Cognito.of(plan, new CognitoDependencies(lambda, mail, kms), clock, AWS, state());
  }

  /** Stops and starts again with what was saved. */
  public void restart() {
    cognito = start(plan());
  }

  /** Executes an operation. */
  public Reply call(String operation, JsonObject body) {
    return send(operation, body.toString());
  }

  /** Sends a body to an operation. */
  public Reply send(String operation, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "x-amz-target", List.of("AWSCognitoIdentityProviderService." + operation),
            "Content-Type", List.of("application/x-amz-json-1.1"));
    Response response =
        cognito.handle(
            new Request("POST", "/", Map.of(), headers, "127.0.0.1", body.getBytes(UTF_8)));
    return new Reply(response.status(), response);
  }

  /** Returns an object of alternating names and values. */
  public static JsonObject json(Object... namesAndValues) {
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

  /** Returns an array of values. */
  public static JsonArray list(Object... values) {
    JsonArray list = new JsonArray();
    for (Object value : values) {
      list.add(element(value));
    }
    return list;
  }

  /** Signs up a user with the default password. */
  public Reply signUp(String email) {
    return signUp(email, PASSWORD);
  }

  /** Signs up a user. */
  public Reply signUp(String email, String password) {
    return call("SignUp", json("ClientId", CLIENT, "Username", email, "Password", password));
  }

  /** Confirms a sign-up. */
  public Reply confirm(String email, String code) {
    return call(
        "ConfirmSignUp", json("ClientId", CLIENT, "Username", email, "ConfirmationCode", code));
  }

  /** Signs up and confirms a user; returns the sub. */
  public String confirmed(String email) {
    String sub = signUp(email).text("UserSub");
    confirm(email, mail.code());
    return sub;
  }

  /** Signs in with the default app client. */
  public Reply signIn(String email, String password) {
    return signIn(CLIENT, email, password);
  }

  /** Signs in with a password. */
  public Reply signIn(String client, String email, String password) {
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

  /** Signs in with a refresh token. */
  public Reply refresh(String client, String token) {
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

  /** Copies the keys of the pools, which are generated once. */
  private void copyKeys() {
    synchronized (KEYS) {
      if (KEYS.texts("cognito-keys").isEmpty()) {
        TestClock first = new TestClock();
        CognitoDependencies none =
            new CognitoDependencies(
                new FakeLambda(), new FakeMailSender(), Kms.of(plan(), first, StateStore.none()));
        Cognito generator = Cognito.of(plan(), none, first, AWS, StateStore.in(KEYS));
        generator.publicKeys(POOL);
        generator.publicKeys(PLAIN_POOL);
      }
      for (String entries : List.of("cognito-pools", "cognito-keys")) {
        KEYS.texts(entries).forEach(store.texts(entries)::put);
      }
    }
  }
}
