package dev.gatehouse.local.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recorded resources of the Pulumi program, in the order of creation. */
public record Plan(String project, String stack, List<Resource> resources, JsonObject outputs) {

  /** Reads plan.json; throws {@link PlanInvalid} if the file is missing or is not a plan. */
  public static Plan read(Path file) {
    try {
      Plan plan = new Gson().fromJson(Files.readString(file), Plan.class);
      if (plan == null || plan.resources() == null) {
        throw new PlanInvalid(file + " has no resources; build it with the pulumi module");
      }
      return plan;
    } catch (IOException e) {
      throw new PlanInvalid(file + " cannot be read; build it with the pulumi module");
    } catch (JsonParseException e) {
      throw new PlanInvalid(file + " is not a plan; build it with the pulumi module");
    }
  }

  /** Returns the resources of this type, in the order of creation. */
  public List<Resource> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** Returns the first resource of this type; throws {@link PlanInvalid} if there is none. */
  public Resource first(String type) {
    return ofType(type).stream()
        .findFirst()
        .orElseThrow(() -> new PlanInvalid("The plan declares no " + type));
  }
}
