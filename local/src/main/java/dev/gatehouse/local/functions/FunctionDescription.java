package dev.gatehouse.local.functions;

import com.google.gson.JsonObject;

/** Words a function as GetFunction and ListFunctions do. */
final class FunctionDescription {

  private FunctionDescription() {}

  static JsonObject full(LambdaVersion version) {
    JsonObject code = new JsonObject();
    code.addProperty("RepositoryType", "file");
    code.addProperty("Location", version.function().archive().toString());
    JsonObject full = new JsonObject();
    full.add("Configuration", configuration(version));
    full.add("Code", code);
    return full;
  }

  static JsonObject configuration(LambdaVersion version) {
    LambdaFunction function = version.function();
    boolean latest = version.number().equals(FunctionName.LATEST);
    JsonObject configuration = new JsonObject();
    configuration.addProperty("FunctionName", function.name());
    configuration.addProperty(
        "FunctionArn", latest ? function.arn() : function.arn() + ":" + version.number());
    configuration.addProperty("Runtime", function.runtime());
    configuration.addProperty("Handler", function.handler());
    configuration.addProperty("MemorySize", function.memory());
    configuration.addProperty("Timeout", function.timeout().toSeconds());
    configuration.addProperty("Version", version.number());
    configuration.addProperty("PackageType", "Zip");
    configuration.addProperty("State", "Active");
    configuration.addProperty("LastUpdateStatus", "Successful");
    JsonObject variables = new JsonObject();
    function.environment().forEach(variables::addProperty);
    JsonObject environment = new JsonObject();
    environment.add("Variables", variables);
    configuration.add("Environment", environment);
    JsonObject snapStart = new JsonObject();
    snapStart.addProperty("ApplyOn", function.snapStart() ? "PublishedVersions" : "None");
    snapStart.addProperty("OptimizationStatus", version.snapStart() ? "On" : "Off");
    configuration.add("SnapStart", snapStart);
    return configuration;
  }
}
