package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The functions of the provider that look up what exists. */
record FakeAwsLookups(FakeProvider outputs, FakeAwsAccount account) {
  private static final String RECORD = "aws:route53/record:Record";

  JsonObject invoke(String function, JsonObject arguments) {
    return switch (function) {
      case "aws:cognito/getUserPool:getUserPool" -> userPool(arguments);
      case "aws:lambda/getAlias:getAlias" ->
          alias(text(arguments, "functionName"), text(arguments, "name")).properties();
      case "aws:lambda/getFunction:getFunction" -> function(arguments);
      case "aws:route53/getRecords:getRecords" -> {
        JsonObject result = outputs.invoke(function, arguments);
        result.add("resourceRecordSets", records(arguments));
        yield result;
      }
      default -> outputs.invoke(function, arguments);
    };
  }

  private JsonObject userPool(JsonObject arguments) {
    JsonObject pool = outputs.invoke("aws:cognito/getUserPool:getUserPool", arguments);
    account.ofType("aws:cognito/userPoolDomain:UserPoolDomain").stream()
        .filter(it -> it.text("userPoolId").equals(text(arguments, "userPoolId")))
        .forEach(
            it ->
                pool.addProperty(
                    it.text("certificateArn").isEmpty() ? "domain" : "customDomain",
                    it.text("domain")));
    return pool;
  }

  private ExistingResource alias(String function, String name) {
    return account.ofType("aws:lambda/alias:Alias").stream()
        .filter(it -> it.text("functionName").equals(function) && it.text("name").equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsRefusal(
                    "ResourceNotFoundException: Cannot find alias arn: %s:%s"
                        .formatted(function, name)));
  }

  /** Lambda's hash is the engine's in another notation: both are of the archive's bytes. */
  private JsonObject function(JsonObject arguments) {
    ExistingResource alias = alias(text(arguments, "functionName"), text(arguments, "qualifier"));
    FakeLambdaVersions.Version version =
        account.versions().version(alias.key(), alias.properties());
    JsonObject result = arguments.deepCopy();
    result.addProperty("version", version.text());
    result.addProperty(
        "codeSha256", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(version.hash())));
    return result;
  }

  private static String text(JsonObject arguments, String name) {
    return arguments.get(name).getAsString();
  }

  private JsonArray records(JsonObject arguments) {
    String zone = arguments.get("zoneId").getAsString();
    Pattern names = Pattern.compile(arguments.get("nameRegex").getAsString());
    JsonArray sets = new JsonArray();
    for (ExistingResource it : account.ofType(RECORD)) {
      String name = it.text("name").replaceAll("\\.$", "") + ".";
      if (it.text("zoneId").equals(zone) && names.matcher(name).find()) {
        JsonObject set = new JsonObject();
        set.addProperty("name", name);
        set.addProperty("type", it.text("type"));
        set.add("resourceRecords", values(it));
        sets.add(set);
      }
    }
    return sets;
  }

  /** Route 53 returns texts in quotes. */
  private static JsonArray values(ExistingResource it) {
    JsonArray values = new JsonArray();
    if (it.properties().has("records")) {
      for (JsonElement text : it.properties().getAsJsonArray("records")) {
        JsonObject value = new JsonObject();
        value.addProperty(
            "value",
            it.text("type").equals("TXT")
                ? "\"%s\"".formatted(text.getAsString())
                : text.getAsString());
        values.add(value);
      }
    }
    return values;
  }
}
