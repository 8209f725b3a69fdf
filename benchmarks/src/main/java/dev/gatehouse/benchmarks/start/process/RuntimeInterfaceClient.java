package dev.gatehouse.benchmarks.start.process;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS's runtime interface client, started as the managed runtime starts it. */
public final class RuntimeInterfaceClient {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each of the client's jars. */
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.RequestHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private static final String NATIVE_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final List<Path> jars = CLASSES.stream().map(RuntimeInterfaceClient::jar).toList();
  private final Path library;
  private final Path trustStore;

  /** Extracts the client's native library; functions use the given trust store. */
  public RuntimeInterfaceClient(Path directory, Path trustStore) throws IOException {
    this.trustStore = trustStore;
    boolean intel = System.getProperty("os.arch").equals("amd64");
    String name = "libaws-lambda-jni.linux-%s.so".formatted(intel ? "x86_64" : "aarch_64");
    library = directory.resolve(name);
    try (InputStream in = RuntimeInterfaceClient.class.getResourceAsStream("/jni/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), library, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Returns the command for an extracted function, with the flags of the managed runtime. */
  public List<String> command(MeasuredFunction subject, Path taskRoot, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(String.format(Locale.ROOT, "-Xmx%dk", subject.memory() * 1024L * 85 / 100));
    // The JVM's own default on a computer with no more memory than the function.
    command.add(String.format(Locale.ROOT, "-Xms%dm", Math.max(8, subject.memory() / 64)));
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

  /**
   * Returns the class path; with an AOT cache it has the archive's jars, which otherwise have a
   * class loader of their own.
   */
  private String classPath(MeasuredFunction subject, Path taskRoot) throws IOException {
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
        Objects.requireNonNull(RuntimeInterfaceClient.class.getResource(resource), type).getPath();
    return Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
  }
}
