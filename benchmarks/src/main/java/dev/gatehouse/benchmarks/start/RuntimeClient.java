package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts AWS's runtime interface client as the managed runtime does. */
final class RuntimeClient {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each of its jars. */
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.RequestHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private static final String NATIVE_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final List<Path> jars = CLASSES.stream().map(RuntimeClient::jar).toList();
  private final Path library;
  private final Path trustStore;

  /** Unpacks the client's native part; functions trust what the store trusts. */
  RuntimeClient(Path directory, Path trustStore) throws IOException {
    this.trustStore = trustStore;
    boolean intel = System.getProperty("os.arch").equals("amd64");
    String name = "libaws-lambda-jni.linux-%s.so".formatted(intel ? "x86_64" : "aarch_64");
    library = directory.resolve(name);
    try (InputStream in = RuntimeClient.class.getResourceAsStream("/jni/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), library, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Returns the command for a function unpacked here, with the flags of the managed runtime. */
  List<String> command(Subject subject, Path taskRoot, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx%dk".formatted(subject.memory() * 1024L * 85 / 100));
    // What the JVM takes by itself where the machine has no more memory than the function.
    command.add("-Xms%dm".formatted(Math.max(8, subject.memory() / 64)));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+TieredCompilation");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ErrorFileToStderr");
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-Djavax.net.ssl.trustStore=" + trustStore);
    command.add("-D" + NATIVE_PROPERTY + "=" + library);
    command.addAll(more);
    command.add("-cp");
    command.add(classPath(subject, taskRoot));
    command.add(MAIN);
    command.add(subject.handler());
    return command;
  }

  /** The archive's jars have a class loader of their own, which no cache of classes knows. */
  private String classPath(Subject subject, Path taskRoot) throws IOException {
    List<Path> all = new ArrayList<>(jars);
    if (subject.start() == Start.AOT_CACHE) {
      try (Stream<Path> lib = Files.list(taskRoot.resolve("lib"))) {
        lib.sorted().forEach(all::add);
      }
    }
    return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jar(String type) {
    String resource = "/" + type.replace('.', '/') + ".class";
    String inside =
        Objects.requireNonNull(RuntimeClient.class.getResource(resource), type).getPath();
    return Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
  }
}
