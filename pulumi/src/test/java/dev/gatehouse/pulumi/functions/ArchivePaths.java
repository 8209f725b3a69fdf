package dev.gatehouse.pulumi.functions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The paths of all archives, from the root of the repository. */
public final class ArchivePaths {
  private ArchivePaths() {}

  /** Returns the paths for all architectures. */
  public static List<String> all() {
    return Arrays.stream(FunctionModule.values())
        .flatMap(module -> Stream.of(module.archive("arm64"), module.archive("x86_64")))
        .distinct()
        .toList();
  }
}
