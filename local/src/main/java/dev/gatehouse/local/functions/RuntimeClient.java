package dev.gatehouse.local.functions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Knows how AWS's runtime interface client is started: what is on Lambda before any function. */
final class RuntimeClient {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each of its four jars: client, interfaces, serialization, trace of a thread. */
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

  /** Finds the client's jars on our own class path; {@code directory} is for native libraries. */
  RuntimeClient(Path directory) {
    this.libraries =
        new NativeLibraries(
            directory, System.getProperty("os.name"), System.getProperty("os.arch"));
    this.jars =
        CLASSES.stream()
            .map(type -> NativeLibraries.jar(type.replace('.', '/') + ".class"))
            .toList();
  }

  /** Returns the command that runs the function, with the flags of the managed runtime. */
  List<String> command(LambdaFunction function) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Lambda leaves the rest of the memory to the JVM itself.
    command.add("-Xmx%dk".formatted(function.memory() * 1024L * 85 / 100));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    // A killed process leaves nothing behind in /tmp, and a crash is told in its log.
    command.add("-XX:-UsePerfData");
    command.add("-XX:+ErrorFileToStderr");
    command.add("-XX:-CreateCoredumpOnCrash");
    // So that hooks of org.crac reach the runtime client, which runs them for SnapStart.
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-D" + NATIVE_PROPERTY + "=" + libraries.runtimeClient());
    // Looked at before the archive, whose own library may be for another processor.
    command.add("-Djava.library.path=" + libraries.crt().getParent());
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(function.handler());
    return command;
  }
}
