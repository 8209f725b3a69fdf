package dev.gatehouse.local.lambda.registry;

import dev.gatehouse.local.plan.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Checks of functions, aliases and permissions: what the emulator or AWS does not support. */
final class FunctionCheck {

  private static final Pattern JAVA = Pattern.compile("java(\\d+)(\\.al2)?");

  /** The inputs that the emulator honors or can ignore. */
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
          "reservedConcurrentExecutions",
          "role",
          "tracingConfig",
          // The inputs below have no effect in the emulator.
          "architectures",
          "description",
          "ephemeralStorage",
          "kmsKeyArn",
          "region",
          "skipDestroy",
          "sourceCodeHash",
          "tags",
          "tagsAll");

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

  /** Returns the function of a resource; throws {@code PlanInvalid} if it is not supported. */
  static LambdaFunction function(Resource resource, Path root) {
    if (resource.optionalInput("packageType").orElse("Zip").equals("Image")) {
      throw resource.refused("is a container image; the local emulator runs only archives");
    }
    resource.refuseUnsupported(resource.inputs(), INPUTS);
    runtime(resource);
    LambdaFunction function =
        new LambdaFunction(resource, root.resolve(resource.input("code")).normalize());
    function.handler();
    if (!Files.isRegularFile(function.archive())) {
      throw resource.refused(
          "has no archive at %s; make local builds it".formatted(function.archive()));
    }
    if (!isArchive(function.archive())) {
      throw resource.refused(
          "has an archive at %s that is not a zip or jar file".formatted(function.archive()));
    }
    ReservedVariables.find(function)
        .ifPresent(
            name -> {
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

  /** Returns the alias unchanged; throws {@code PlanInvalid} for an unsupported input. */
  static Resource alias(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), ALIAS_INPUTS);
    return resource;
  }

  /** Returns the permission unchanged; throws {@code PlanInvalid} for an unsupported input. */
  static Resource permission(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), PERMISSION_INPUTS);
    return resource;
  }

  private static void runtime(Resource resource) {
    Matcher java = JAVA.matcher(resource.input("runtime"));
    if (!java.matches()) {
      throw resource.refused(
          "has the runtime %s; the local emulator runs only Java"
              .formatted(resource.input("runtime")));
    }
    if (Integer.parseInt(java.group(1)) > Runtime.version().feature()) {
      throw resource.refused(
          String.format(
              Locale.ROOT,
              "has the runtime %s, but the local emulator runs on Java %d",
              resource.input("runtime"),
              Runtime.version().feature()));
    }
  }
}
