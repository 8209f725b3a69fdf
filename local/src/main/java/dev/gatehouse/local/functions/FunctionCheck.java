package dev.gatehouse.local.functions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Refuses, in a sentence that names the resource, what cannot be run or what AWS would refuse. */
final class FunctionCheck {

  private static final Pattern JAVA = Pattern.compile("java(\\d+)(\\.al2)?");

  /** What decides how a function runs here, or says nothing that one machine could show. */
  private static final Set<String> INPUTS =
      Set.of(
          "name",
          "code",
          "handler",
          "runtime",
          "memorySize",
          "timeout",
          "environment",
          "publish",
          "snapStart",
          "loggingConfig",
          "packageType",
          // From here on without meaning on one machine.
          "architectures",
          "description",
          "ephemeralStorage",
          "kmsKeyArn",
          "region",
          // One process each, whose calls queue: no limit could be lower.
          "reservedConcurrentExecutions",
          "role",
          "skipDestroy",
          "sourceCodeHash",
          "tags",
          "tagsAll",
          "tracingConfig");

  private static final Set<String> ALIAS_INPUTS =
      Set.of("name", "functionName", "functionVersion", "description", "region");

  private static final Set<String> PERMISSION_INPUTS =
      Set.of(
          "action",
          "function",
          "principal",
          "qualifier",
          "region",
          "sourceAccount",
          "sourceArn",
          "statementId",
          "statementIdPrefix");

  private FunctionCheck() {}

  static LambdaFunction function(Resource resource, Path root) {
    if (resource.optionalInput("packageType").orElse("Zip").equals("Image")) {
      throw resource.refused("is a container image; only archives run on one machine");
    }
    resource.refuseOthers(resource.inputs(), INPUTS, FunctionCheck::empty);
    runtime(resource);
    LambdaFunction function =
        new LambdaFunction(resource, root.resolve(resource.input("code")).normalize());
    function.handler();
    if (!Files.isRegularFile(function.archive())) {
      throw resource.refused(
          "has no archive at %s; make local builds it".formatted(function.archive()));
    }
    if (!isArchive(function.archive())) {
      throw resource.refused("has no zip or jar at %s".formatted(function.archive()));
    }
    Environment.reserved(function)
        .ifPresent(name -> {
          throw resource.refused("sets %s, which Lambda reserves".formatted(name));
        });
    return function;
  }

  private static boolean isArchive(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      return archive.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  static Resource alias(Resource resource) {
    resource.refuseOthers(resource.inputs(), ALIAS_INPUTS, FunctionCheck::empty);
    return resource;
  }

  static Resource permission(Resource resource) {
    resource.refuseOthers(resource.inputs(), PERMISSION_INPUTS, FunctionCheck::empty);
    return resource;
  }

  private static void runtime(Resource resource) {
    Matcher java = JAVA.matcher(resource.input("runtime"));
    if (!java.matches()) {
      throw resource.refused(
          "has the runtime %s; only Java runs on one machine".formatted(resource.input("runtime")));
    }
    if (Integer.parseInt(java.group(1)) > Runtime.version().feature()) {
      throw resource.refused(
          "has the runtime %s, and this machine runs on Java %d"
              .formatted(resource.input("runtime"), Runtime.version().feature()));
    }
  }

  private static boolean empty(JsonElement value) {
    return value.isJsonNull()
        || (value instanceof JsonArray array && array.isEmpty())
        || (value instanceof JsonObject object && object.isEmpty());
  }
}
