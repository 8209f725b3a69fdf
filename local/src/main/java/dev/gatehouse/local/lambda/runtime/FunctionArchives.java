package dev.gatehouse.local.lambda.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The unpacked archives of functions; archives with equal bytes share a directory. */
public final class FunctionArchives {

  private final Path directory;
  private final Map<Path, Path> unpacked = new ConcurrentHashMap<>();

  /** Creates a store that unpacks archives into a directory. */
  public FunctionArchives(Path directory) {
    this.directory = directory;
  }

  /** Returns the directory with the archive's files, the function's task root. */
  synchronized Path unpack(Path archive) throws IOException {
    Path existing = unpacked.get(archive);
    if (existing != null && Files.isDirectory(existing)) {
      return existing;
    }
    String stem = archive.getFileName().toString().replaceFirst("\\.zip$", "");
    Path target = directory.resolve(stem + "-" + sha256(archive).substring(0, 16));
    if (!Files.isDirectory(target)) {
      Files.createDirectories(directory);
      Path partial = Files.createTempDirectory(directory, stem);
      extract(archive, partial);
      // Atomic, so that a partly unpacked archive is never used.
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
    unpacked.put(archive, target);
    return target;
  }

  private static void extract(Path archive, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException(
              archive + " contains a path outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[65_536];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
