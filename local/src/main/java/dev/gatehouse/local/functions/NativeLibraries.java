package dev.gatehouse.local.functions;

import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the native libraries that a function's process loads, from our own class path: what an
 * archive holds is for the processor that the plan names, and ours may be the other one.
 */
final class NativeLibraries {

  private final Path directory;
  private final Processor processor;

  /** Is what AWS's jars call a processor: the runtime interface client's one way, CRT's another. */
  private enum Processor {
    X86_64("x86_64", "x86_64"),
    ARM64("aarch_64", "armv8");

    private final String inRuntimeClient;
    private final String inCrt;

    Processor(String inRuntimeClient, String inCrt) {
      this.inRuntimeClient = inRuntimeClient;
      this.inCrt = inCrt;
    }

    static Processor of(String name) {
      return switch (name) {
        case "amd64", "x86_64" -> X86_64;
        case "aarch64", "arm64" -> ARM64;
        default ->
            throw new PlanInvalid(
                "Functions run on processors of the kinds x86-64 and arm64 alone, not on %s: AWS's"
                        .formatted(name)
                    + " own native libraries do");
      };
    }
  }

  /** Takes where to unpack, and the system as the JVM calls it in {@code os.name, os.arch}. */
  NativeLibraries(Path directory, String system, String processor) {
    if (!system.equals("Linux")) {
      throw new PlanInvalid("Functions run on Linux alone: AWS's runtime interface client does");
    }
    this.directory = directory;
    this.processor = Processor.of(processor);
  }

  /** Returns the runtime interface client's own; each process would overwrite one in /tmp. */
  Path runtimeClient() throws IOException {
    String musl = musl() ? "_musl" : "";
    return unpacked(
        "jni/libaws-lambda-jni.linux%s-%s.so".formatted(musl, processor.inRuntimeClient));
  }

  /** Returns that of CRT, the HTTP client of the functions, in a directory by itself. */
  Path crt() throws IOException {
    String libc = musl() ? "musl" : "glibc";
    return unpacked("linux/%s/%s/libaws-crt-jni.so".formatted(processor.inCrt, libc));
  }

  /** Unpacks once for every version of the jar. */
  private synchronized Path unpacked(String name) throws IOException {
    Path library = directory.resolve(jar(name).getFileName()).resolve(name);
    if (!Files.exists(library)) {
      Files.createDirectories(library.getParent());
      Path partial = Files.createTempFile(library.getParent(), "unpacking", null);
      try (InputStream in = resource(name).openStream()) {
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

  /** Returns the jar of our class path that holds this file. */
  static Path jar(String name) {
    String inside = resource(name).getPath();
    try {
      return Path.of(new URI(inside.substring(0, inside.indexOf("!/"))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(inside + " is no place for a jar", e);
    }
  }

  private static URL resource(String name) {
    @Nullable URL found = NativeLibraries.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new PlanInvalid(
          "Functions cannot run: AWS's runtime interface client or CRT is not on the class path"
              + " (no %s)".formatted(name));
    }
    return found;
  }
}
