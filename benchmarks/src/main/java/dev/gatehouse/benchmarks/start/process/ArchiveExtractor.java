package dev.gatehouse.benchmarks.start.process;

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

/** An extractor of archives that works as Lambda does. */
public final class ArchiveExtractor {
  private ArchiveExtractor() {}

  /** Extracts an archive below a directory, replaces an earlier copy, and returns the folder. */
  public static Path extract(Path archive, Path directory) throws IOException {
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
            throw new IOException(file + " cannot be made executable");
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
