package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import java.util.regex.Pattern;

/** The functions of the provider that look up what exists. */
record FakeAwsLookups(FakeProvider outputs, FakeAwsAccount account) {
  private static final String RECORD = "aws:route53/record:Record";

  JsonObject invoke(String function, JsonObject arguments) {
    JsonObject result = outputs.invoke(function, arguments);
    if (function.equals("aws:route53/getRecords:getRecords")) {
      result.add("resourceRecordSets", records(arguments));
    }
    return result;
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
