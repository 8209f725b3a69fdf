package dev.gatehouse.local.functions;

import dev.gatehouse.local.plan.PlanInvalid;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private final Path directory;
  private final List<Path> jars;

  /** Finds the client's jars on our own class path; {@code directory} is for its native part. */
  RuntimeClient(Path directory) {
    this.directory = directory;
    this.jars = CLASSES.stream().map(RuntimeClient::jar).toList();
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new PlanInvalid("Functions run on Linux alone: AWS's runtime interface client does");
    }
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
    command.add("-D" + NATIVE_PROPERTY + "=" + nativeLibrary());
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(function.handler());
    return command;
  }

  /**
   * Unpacks the client's library once. Left alone, every process overwrites the same file in /tmp
   * while others load it.
   */
  private synchronized Path nativeLibrary() throws IOException {
    String name =
        "libaws-lambda-jni.linux%s-%s.so"
            .formatted(
                musl() ? "_musl" : "",
                System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch_64");
    Path library = directory.resolve(jars.getFirst().getFileName() + "-" + name);
    if (!Files.exists(library)) {
      Files.createDirectories(directory);
      Path partial = Files.createTempFile(directory, name, null);
      try (InputStream in = resource("jni/" + name).openStream()) {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
    }
    return library;
  }

  private static boolean musl() throws IOException {
    try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
      return libraries.anyMatch(file -> file.getFileName().toString().startsWith("ld-musl-"));
    }
  }

  private static Path jar(String type) {
    String inside = resource(type.replace('.', '/') + ".class").getPath();
    try {
      return Path.of(new URI(inside.substring(0, inside.indexOf("!/"))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(inside + " is no place for a jar", e);
    }
  }

  private static URL resource(String name) {
    @Nullable URL found = RuntimeClient.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new PlanInvalid(
          "Functions cannot run: aws-lambda-java-runtime-interface-client is not on the class path"
              + " (no %s)".formatted(name));
    }
    return found;
  }
}
