package dev.gatehouse.local.lambda.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;

/** The structure FunctionConfiguration of Lambda's API. */
public final class FunctionConfiguration {

  private FunctionConfiguration() {}

  /** Returns the configuration of a version. */
  public static JsonObject json(LambdaVersion version) {
    LambdaFunction function = version.function();
    boolean latest = version.number().equals(FunctionName.LATEST);
    return Json.object(
        "FunctionName", function.name(),
        "FunctionArn", latest ? function.arn() : function.arn() + ":" + version.number(),
        "Runtime", function.runtime(),
        "Handler", function.handler(),
        "MemorySize", function.memory(),
        "Timeout", function.timeout().toSeconds(),
        "Version", version.number(),
        "PackageType", "Zip",
        "State", "Active",
        "LastUpdateStatus", "Successful",
        "Environment", Json.object("Variables", Json.of(function.environment())),
        "SnapStart", snapStart(version));
  }

  private static JsonObject snapStart(LambdaVersion version) {
    return Json.object(
        "ApplyOn", version.function().snapStart() ? "PublishedVersions" : "None",
        "OptimizationStatus", version.snapStart() ? "On" : "Off");
  }
}
