package dev.gatehouse.benchmarks.start;

/** Names the archives that hold code for a kind of processor. */
enum Processor {
  /** Intel's and AMD's. */
  X86_64,
  /** Graviton and its kin. */
  ARM64;

  /** Returns that of this machine. */
  static Processor here() {
    return of(System.getProperty("os.arch"));
  }

  /** Returns the processor that a JVM calls so. */
  static Processor of(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> ARM64;
      default -> throw new IllegalArgumentException("Lambda has no processor like " + osArch);
    };
  }

  /** Returns the archive of the same function for this processor; one for all stays what it is. */
  String archive(String planned) {
    for (Processor other : values()) {
      if (planned.endsWith(other.ending())) {
        return planned.substring(0, planned.length() - other.ending().length()) + ending();
      }
    }
    return planned;
  }

  private String ending() {
    return this == ARM64 ? "-arm64.zip" : "-x86_64.zip";
  }
}
