package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks an archive as Lambda does. */
final class Archive {
  private Archive() {}

  /** Unpacks it below this directory, in place of an earlier one, and returns where it lies. */
  static Path unpack(Path archive, Path directory) throws IOException {
    Path root = directory.resolve(archive.getFileName().toString().replace(".zip", ""));
    remove(root);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
          throw new IOException(entry.getName() + " leaves " + archive);
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
          if (entry.getName().equals("bootstrap") && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made a program");
          }
        }
      }
    }
    return root;
  }

  private static void remove(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
