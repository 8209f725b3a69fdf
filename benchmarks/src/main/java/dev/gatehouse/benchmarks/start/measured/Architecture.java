package dev.gatehouse.benchmarks.start.measured;

/** A processor architecture of Lambda, and the archives for it. */
enum Architecture {
  /** Intel and AMD. */
  X86_64,
  /** Graviton. */
  ARM64;

  /** Returns the architecture of this computer. */
  static Architecture current() {
    return of(System.getProperty("os.arch"));
  }

  /** Returns the architecture with the given value of {@code os.arch}. */
  static Architecture of(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> ARM64;
      default -> throw new IllegalArgumentException("Lambda has no architecture " + osArch);
    };
  }

  /**
   * Returns the archive of the same function for this architecture; one for all is returned as it
   * is.
   */
  String archive(String planned) {
    for (Architecture other : values()) {
      if (planned.endsWith(other.suffix())) {
        return planned.substring(0, planned.length() - other.suffix().length()) + suffix();
      }
    }
    return planned;
  }

  private String suffix() {
    return this == ARM64 ? "-arm64.zip" : "-x86_64.zip";
  }
}
