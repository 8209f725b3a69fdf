package dev.gatehouse.benchmarks.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journey of a user through the API: sign-up, confirmation, sign-in, profile. */
final class ApiJourney implements Journey {
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String JSON = "application/json";

  private final URI api;
  private final URI aws;
  private final String inbox;
  private final String clientId;
  private final String table;

  /** Creates the journey from the response of {@code GET /_gatehouse}. */
  ApiJourney(JsonObject info) {
    api = URI.create(info.get("apiUrl").getAsString());
    aws = URI.create(info.get("awsUrl").getAsString());
    inbox = info.get("inboxUrl").getAsString();
    clientId = info.get("userPoolClientId").getAsString();
    table = info.get("tableName").getAsString();
  }

  void signUp(String email) throws IOException {
    post("/user", 202, "username", email, "password", PASSWORD);
  }

  @Override
  public void run(String email, StepTimes times) throws IOException {
    times.measure("sign-up", () -> signUp(email));
    String code = times.measure("code from the inbox", () -> code(email));
    times.measure("confirm", () -> post("/user/validate", 200, "username", email, "code", code));
    String token = times.measure("sign-in", () -> CognitoJourney.signIn(aws, clientId, email));
    String bearer = "Bearer " + token;
    URI profile = api.resolve("/user/profile");
    times.measure(
        "read the profile", () -> HttpJson.send("GET", profile, "", 200, "Authorization", bearer));
    times.measure(
        "change the profile",
        () ->
            HttpJson.send(
                "PATCH",
                profile,
                "{\"givenName\":\"Jane\"}",
                200,
                "Authorization",
                bearer,
                "Content-Type",
                JSON));
  }

  @Override
  public long rows() throws IOException {
    long rows = 0;
    JsonObject page = new JsonObject();
    do {
      JsonObject scan = new JsonObject();
      scan.addProperty("TableName", table);
      scan.addProperty("Select", "COUNT");
      if (page.has("LastEvaluatedKey")) {
        scan.add("ExclusiveStartKey", page.get("LastEvaluatedKey"));
      }
      String response = HttpJson.call(aws, "dynamodb", "Scan", scan.toString());
      page = JsonParser.parseString(response).getAsJsonObject();
      rows += page.get("Count").getAsLong();
    } while (page.has("LastEvaluatedKey"));
    return rows;
  }

  private String post(String path, int status, String... members) throws IOException {
    JsonObject body = new JsonObject();
    for (int i = 0; i < members.length; i += 2) {
      body.addProperty(members[i], members[i + 1]);
    }
    return HttpJson.send("POST", api.resolve(path), body.toString(), status, "Content-Type", JSON);
  }

  private String code(String email) throws IOException {
    return codeIn(HttpJson.send("GET", URI.create(inbox + "?email=" + email), "", 200));
  }

  /** Returns the last number of six digits, outside of the words and colors of a mail. */
  static String codeIn(String mails) throws IOException {
    String text =
        JsonParser.parseString(mails)
            .getAsJsonObject()
            .getAsJsonArray("messages")
            .get(0)
            .getAsJsonObject()
            .toString()
            .replaceAll("#[0-9a-fA-F]{6}", "");
    Matcher digits = CODE.matcher(text);
    String code = "";
    while (digits.find()) {
      code = digits.group();
    }
    if (code.isEmpty()) {
      throw new IOException("no code in the mail");
    }
    return code;
  }
}
