package dev.gatehouse.local.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archive of the test handlers: one jar in lib/, as in every function's archive. */
public final class HandlersArchive {

  private HandlersArchive() {}

  public static Path write(Path directory) throws IOException {
    Path zip = directory.resolve("handlers.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      archive.putNextEntry(new ZipEntry("lib/handlers.jar"));
      archive.write(jar());
      archive.closeEntry();
    }
    return zip;
  }

  private static byte[] jar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path classes = Path.of("target", "test-classes");
    try (ZipOutputStream jar = new ZipOutputStream(bytes);
        Stream<Path> files = Files.list(classes.resolve("dev/gatehouse/local/lambda/handlers"))) {
      List<Path> sorted = files.sorted().toList();
      for (Path file : sorted) {
        jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        jar.write(Files.readAllBytes(file));
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
