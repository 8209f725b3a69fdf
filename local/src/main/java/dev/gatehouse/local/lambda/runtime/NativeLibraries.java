package dev.gatehouse.local.lambda.runtime;

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
 * The native libraries of a function's process, unpacked from the class path of the emulator. Those
 * in an archive are for the processor that the plan names, which may differ from this computer's.
 */
final class NativeLibraries {

  private final Path directory;
  private final Processor processor;

  /** A processor, with its name in the runtime interface client's jar and in CRT's. */
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
                "The emulator runs functions only on x86-64 and arm64, not on %s, because AWS's"
                        .formatted(name)
                    + " native libraries support no other processor");
      };
    }
  }

  /**
   * Creates the libraries for this system.
   *
   * @param directory the directory to unpack to
   * @param system the value of {@code os.name}
   * @param processor the value of {@code os.arch}
   */
  NativeLibraries(Path directory, String system, String processor) {
    if (!system.equals("Linux")) {
      throw new PlanInvalid(
          "The emulator runs functions only on Linux, because AWS's runtime interface client does");
    }
    this.directory = directory;
    this.processor = Processor.of(processor);
  }

  /** Returns the client's library; by default each process would overwrite one in /tmp. */
  Path runtimeClient() throws IOException {
    String musl = musl() ? "_musl" : "";
    return unpacked(
        "jni/libaws-lambda-jni.linux%s-%s.so".formatted(musl, processor.inRuntimeClient));
  }

  /** Returns the library of CRT, the functions' HTTP client, in a directory of its own. */
  Path crt() throws IOException {
    String libc = musl() ? "musl" : "glibc";
    return unpacked("linux/%s/%s/libaws-crt-jni.so".formatted(processor.inCrt, libc));
  }

  /** Unpacks a library once for every version of its jar. */
  private Path unpacked(String name) throws IOException {
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

  /** Returns the jar on the class path that contains this file. */
  static Path jar(String name) {
    String inside = resource(name).getPath();
    try {
      return Path.of(new URI(inside.substring(0, inside.indexOf("!/"))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not in a jar: " + inside, e);
    }
  }

  private static URL resource(String name) {
    @Nullable URL found = NativeLibraries.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new PlanInvalid(
          "AWS's runtime interface client or CRT is missing on the class path (no %s)"
              .formatted(name));
    }
    return found;
  }
}
