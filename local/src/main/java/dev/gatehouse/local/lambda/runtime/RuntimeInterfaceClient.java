package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.registry.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS's runtime interface client, which runs a function on Lambda, and its command line. */
public final class RuntimeInterfaceClient {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each of its four jars: client, interfaces, serialization, thread local trace. */
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.RequestHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private static final String NATIVE_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final NativeLibraries libraries;
  private final List<Path> jars;

  /** Creates a client from the jars on the class path; unpacks native libraries to a directory. */
  public RuntimeInterfaceClient(Path directory) {
    this.libraries =
        new NativeLibraries(
            directory, System.getProperty("os.name"), System.getProperty("os.arch"));
    this.jars =
        CLASSES.stream()
            .map(type -> NativeLibraries.jar(type.replace('.', '/') + ".class"))
            .toList();
  }

  /**
   * Returns the command that runs the function, with the flags of the managed runtime.
   *
   * @param more other flags
   * @param functionJars jars of the function for the class path, which otherwise have a class
   *     loader of their own, as on Lambda
   */
  List<String> command(LambdaFunction function, List<String> more, List<Path> functionJars)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The heap that Lambda sets; the JVM itself needs the rest of the memory.
    command.add(String.format(Locale.ROOT, "-Xmx%dk", function.memory() * 1024L * 85 / 100));
    // The first heap of a JVM that sees no more than the function's memory, as on Lambda.
    command.add(
        String.format(Locale.ROOT, "-Xms%dk", Math.max(8_192, function.memory() * 1024 / 64)));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    if (more.isEmpty()) {
      command.add("-Xshare:auto"); // the default, beside which a JVM takes no other archive
    }
    // A killed process leaves no files in /tmp, and a crash report goes to the log.
    command.add("-XX:-UsePerfData");
    command.add("-XX:+ErrorFileToStderr");
    command.add("-XX:-CreateCoredumpOnCrash");
    // Routes org.crac hooks to the runtime client, which runs them for SnapStart.
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-D" + NATIVE_PROPERTY + "=" + libraries.runtimeClient());
    // Searched before the archive, whose library may be for another processor.
    command.add("-Djava.library.path=" + libraries.crt().getParent());
    command.addAll(more);
    command.add("-cp");
    command.add(
        Stream.concat(jars.stream(), functionJars.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(function.handler());
    return command;
  }
}
