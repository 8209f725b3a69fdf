package dev.gatehouse.local.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/** Resources and plans from JSON, for tests. */
public final class PlanResources {

  private PlanResources() {}

  /** Returns a resource with these inputs, and the inputs and these values as outputs. */
  public static Resource resource(String type, String name, String inputs, String outputs) {
    JsonObject in = JsonParser.parseString(inputs).getAsJsonObject();
    JsonObject out = in.deepCopy();
    JsonParser.parseString(outputs).getAsJsonObject().asMap().forEach(out::add);
    return new Resource(type, name, "urn:" + name, "", List.of(), false, in, out);
  }

  /** Returns a plan with these resources. */
  public static Plan plan(List<Resource> resources) {
    return new Plan("gatehouse", "local", resources, new JsonObject());
  }
}
