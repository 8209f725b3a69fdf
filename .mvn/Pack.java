import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A packer of Lambda archives: it stores the classes of each jar uncompressed and compresses the
 * jar as a whole, which makes the archive smaller. The bytes are the same on every JDK, since the
 * deflater is not the JDK's. An archive with native code becomes one archive per processor, with
 * the library beside the jars: Lambda has that directory on its library path, so nothing is
 * unpacked when a function starts.
 */
public final class Pack {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** Lambda's processors, with the suffix of the jars that hold native code for each. */
  private static final Map<String, String> PROCESSORS =
      Map.of("arm64", "-linux-aarch_64.jar", "x86_64", "-linux-x86_64.jar");

  /** The separator between the name of a jar and that of a library taken out of it. */
  private static final String WITHIN = "!";

  private record Content(long size, long crc, byte[] deflated) {}

  private record File(String name, byte[] bytes) {}

  /** The cache of earlier builds: a jar is deflated once, however many archives hold it. */
  private final Path cache;

  private Pack(Path cache) {
    this.cache = cache;
  }

  /**
   * Replaces archives by packed ones; the first argument is the cache directory, the others are
   * archives.
   */
  public static void main(String[] args) throws IOException {
    Pack pack = new Pack(Files.createDirectories(Path.of(args[0])));
    for (String archive : List.of(args).subList(1, args.length)) {
      pack.pack(Path.of(archive));
    }
  }

  private void pack(Path archive) throws IOException {
    List<File> files = read(Files.readAllBytes(archive));
    Map<String, Content> contents = new ConcurrentHashMap<>();
    files.parallelStream()
        .flatMap(Pack::apart)
        .forEach(file -> contents.put(file.name(), content(file)));
    if (contents.keySet().stream().noneMatch(Pack::isNative)) {
      write(contents, archive);
      return;
    }
    for (Map.Entry<String, String> processor : PROCESSORS.entrySet()) {
      Map<String, Content> own = new HashMap<>(contents);
      own.keySet().removeIf(name -> isNative(name) && !name.contains(processor.getValue()));
      write(
          own,
          Path.of(archive.toString().replaceFirst("\\.zip$", "-" + processor.getKey() + ".zip")));
    }
    Files.delete(archive);
  }

  private static boolean isNative(String name) {
    return PROCESSORS.values().stream().anyMatch(name::contains);
  }

  /**
   * Returns a jar and its native library as two files; both keep the jar's name, since each
   * processor has a library of its own.
   */
  private static Stream<File> apart(File jar) {
    if (!isNative(jar.name())) {
      return Stream.of(jar);
    }
    Map<Boolean, List<File>> libraries =
        read(jar.bytes()).stream()
            .collect(Collectors.partitioningBy(file -> file.name().endsWith(".so")));
    File library = libraries.get(true).get(0);
    String name = library.name().substring(library.name().lastIndexOf('/') + 1);
    return Stream.of(
        new File(jar.name(), stored(libraries.get(false))),
        new File(jar.name() + WITHIN + name, library.bytes()));
  }

  private static void write(Map<String, Content> contents, Path target) throws IOException {
    Path packed = Path.of(target + ".packed");
    try (var out = new ZipArchiveOutputStream(packed)) {
      for (Map.Entry<String, Content> file : new TreeMap<>(contents).entrySet()) {
        Content content = file.getValue();
        String name = file.getKey().replaceFirst("[^/]*" + WITHIN, "");
        ZipArchiveEntry entry = entry(name, ZipEntry.DEFLATED, content.size(), content.crc());
        entry.setCompressedSize(content.deflated().length);
        out.addRawArchiveEntry(entry, new ByteArrayInputStream(content.deflated()));
      }
    }
    Files.move(packed, target, REPLACE_EXISTING);
  }

  private Content content(File file) {
    byte[] bytes = file.name().endsWith(".jar") ? stored(read(file.bytes())) : file.bytes();
    return new Content(bytes.length, crc(bytes).getValue(), deflatedOnce(bytes));
  }

  private byte[] deflatedOnce(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      Path done = cache.resolve(HexFormat.of().formatHex(hash));
      if (!Files.exists(done)) {
        // Moved when it is whole, since two modules may be packed at once.
        Path part = Files.createTempFile(cache, "part", null);
        Files.write(part, deflated(bytes));
        Files.move(part, done, REPLACE_EXISTING);
      }
      return Files.readAllBytes(done);
    } catch (IOException | NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Returns an uncompressed jar of the files, in their order. */
  private static byte[] stored(List<File> files) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipArchiveOutputStream(bytes)) {
      for (File file : files) {
        ZipArchiveEntry entry =
            entry(file.name(), ZipEntry.STORED, file.bytes().length, crc(file.bytes()).getValue());
        entry.setCompressedSize(file.bytes().length);
        out.addRawArchiveEntry(entry, new ByteArrayInputStream(file.bytes()));
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return bytes.toByteArray();
  }

  private static ZipArchiveEntry entry(String name, int method, long size, long crc) {
    var entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(method);
    entry.setSize(size);
    entry.setCrc(crc);
    return entry;
  }

  private static List<File> read(byte[] zip) {
    try (ZipFile in = ZipFile.builder().setByteArray(zip).get()) {
      List<File> files = new ArrayList<>();
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        files.add(new File(entry.getName(), in.getInputStream(entry).readAllBytes()));
      }
      return files;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static byte[] deflated(byte[] bytes) {
    try {
      var deflater = new Deflater(JZlib.Z_BEST_COMPRESSION, JZlib.MAX_WBITS, true);
      byte[] out = new byte[bytes.length + bytes.length / 100 + 64];
      deflater.setInput(bytes);
      deflater.setOutput(out);
      if (deflater.deflate(JZlib.Z_FINISH) != JZlib.Z_STREAM_END) {
        throw new IllegalStateException("The deflater did not end: " + deflater.getMessage());
      }
      return Arrays.copyOf(out, (int) deflater.getTotalOut());
    } catch (GZIPException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CRC32 crc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return crc;
  }
}
