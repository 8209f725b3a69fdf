package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes things to an emulator, and finds them again. */
final class StoredThings {

  private static final String OK = "Corr3ct-horse";
  private static final String SIGNS_IN = "signs-in@example.com";
  private static final String QUEUE = "http://sqs.us-east-1.localhost/000000000000/kept";

  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalEmulator emulator;
  private final String pool;
  private final String app;

  StoredThings(LocalEmulator emulator) {
    this.emulator = emulator;
    this.pool = emulator.info("userPoolId");
    this.app = emulator.info("userPoolClientId");
  }

  /** Creates what the others need, unless it is there. */
  void prepare() throws IOException, InterruptedException {
    json("AmazonSQS.CreateQueue", "{'QueueName':'kept'}");
    form("Action=VerifyEmailIdentity&EmailAddress=sender%40example.com");
    cognito("AdminCreateUser", user(SIGNS_IN));
    cognito(
        "AdminSetUserPassword",
        "{'UserPoolId':'%s','Username':'%s','Password':'%s','Permanent':true}"
            .formatted(pool, SIGNS_IN, OK));
    assertThat(write(StoredThing.SESSION, 0)).isPresent();
  }

  /** Returns the key of what was written, if that was answered. */
  Optional<String> write(StoredThing thing, int number) throws IOException, InterruptedException {
    String key = "%s-%s@example.com".formatted(thing, number);
    HttpResponse<String> response = send(thing, key);
    if (response.statusCode() != 200) {
      return Optional.empty();
    }
    return Optional.of(thing == StoredThing.SESSION ? refreshToken(response) : key);
  }

  /** Writes one thing of this key and returns the response. */
  HttpResponse<String> send(StoredThing thing, String key)
      throws IOException, InterruptedException {
    return switch (thing) {
      case ROW ->
          json(
              "DynamoDB_20120810.PutItem",
              "{'TableName':'%s','Item':{'sub':{'S':'%s'}}}"
                  .formatted(emulator.info("tableName"), key));
      case USER -> cognito("AdminCreateUser", user(key));
      case SESSION -> signIn("USER_PASSWORD_AUTH", "'USERNAME':'%s','PASSWORD':'%s'", SIGNS_IN);
      case MAIL ->
          form(
              "Action=SendEmail&Source=sender%40example.com&Destination.ToAddresses.member.1=a%40example.com&Message.Body.Text.Data=t&Message.Subject.Data="
                  + key);
      case MESSAGE ->
          json(
              "AmazonSQS.SendMessage",
              "{'QueueUrl':'%s','MessageBody':'%s'}".formatted(QUEUE, key));
    };
  }

  /** Returns the keys of what is there. */
  Set<String> find(StoredThing thing, Set<String> answered)
      throws IOException, InterruptedException {
    return switch (thing) {
      case ROW -> rows();
      case USER -> users();
      case SESSION -> sessions(answered);
      case MAIL -> mails();
      case MESSAGE -> messages();
    };
  }

  private Set<String> rows() throws IOException, InterruptedException {
    Set<String> rows = new HashSet<>();
    JsonObject scan = new JsonObject();
    scan.addProperty("TableName", emulator.info("tableName"));
    while (true) {
      JsonObject page = parsed(json("DynamoDB_20120810.Scan", scan.toString()));
      for (JsonElement item : page.getAsJsonArray("Items")) {
        rows.add(item.getAsJsonObject().getAsJsonObject("sub").get("S").getAsString());
      }
      if (!page.has("LastEvaluatedKey")) {
        return rows;
      }
      scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
  }

  private Set<String> users() throws IOException, InterruptedException {
    Set<String> users = new HashSet<>();
    JsonObject list = new JsonObject();
    list.addProperty("UserPoolId", pool);
    while (true) {
      JsonObject page = parsed(cognito("ListUsers", list.toString()));
      for (JsonElement each : page.getAsJsonArray("Users")) {
        for (JsonElement attribute : each.getAsJsonObject().getAsJsonArray("Attributes")) {
          if (attribute.getAsJsonObject().get("Name").getAsString().equals("email")) {
            users.add(attribute.getAsJsonObject().get("Value").getAsString());
          }
        }
      }
      if (!page.has("PaginationToken")) {
        users.remove(SIGNS_IN);
        return users;
      }
      list.add("PaginationToken", page.get("PaginationToken"));
    }
  }

  private Set<String> sessions(Set<String> tokens) throws IOException, InterruptedException {
    Set<String> valid = new HashSet<>();
    for (String token : tokens) {
      if (signIn("REFRESH_TOKEN_AUTH", "'REFRESH_TOKEN':'%s'", token).statusCode() == 200) {
        valid.add(token);
      }
    }
    return valid;
  }

  private Set<String> mails() {
    Set<String> mails = new HashSet<>();
    String inbox =
        LocalEmulator.get(emulator.aws().resolve("/_aws/ses?email=sender%40example.com"));
    for (JsonElement mail :
        JsonParser.parseString(inbox).getAsJsonObject().getAsJsonArray("messages")) {
      mails.add(mail.getAsJsonObject().get("Subject").getAsString());
    }
    return mails;
  }

  private Set<String> messages() throws IOException, InterruptedException {
    Set<String> bodies = new HashSet<>();
    while (true) {
      JsonObject received =
          parsed(
              json(
                  "AmazonSQS.ReceiveMessage",
                  "{'QueueUrl':'%s','MaxNumberOfMessages':10,'VisibilityTimeout':600}"
                      .formatted(QUEUE)));
      if (!received.has("Messages")) {
        return bodies;
      }
      for (JsonElement message : received.getAsJsonArray("Messages")) {
        bodies.add(message.getAsJsonObject().get("Body").getAsString());
      }
    }
  }

  private String user(String email) {
    return ("{'UserPoolId':'%s','Username':'%s','MessageAction':'SUPPRESS',"
            + "'UserAttributes':[{'Name':'email','Value':'%s'}]}")
        .formatted(pool, email, email);
  }

  private HttpResponse<String> signIn(String flow, String parameters, String who)
      throws IOException, InterruptedException {
    return cognito(
        "InitiateAuth",
        "{'ClientId':'%s','AuthFlow':'%s','AuthParameters':{%s}}"
            .formatted(app, flow, parameters.formatted(who, OK)));
  }

  private static String refreshToken(HttpResponse<String> response) {
    return parsed(response)
        .getAsJsonObject("AuthenticationResult")
        .get("RefreshToken")
        .getAsString();
  }

  private HttpResponse<String> cognito(String operation, String body)
      throws IOException, InterruptedException {
    return json("AWSCognitoIdentityProviderService." + operation, body);
  }

  private HttpResponse<String> json(String target, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(emulator.aws())
            .header("X-Amz-Target", target)
            .header("X-Amz-Date", "20260101T000000Z")
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=any/any, SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String form) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(emulator.aws())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/ses/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofString(form + "&Version=2010-12-01"))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonObject parsed(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }
}
