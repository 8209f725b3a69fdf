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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Packs archives for Lambda anew: the jars inside lose their own compression, and the archive compresses each as a
 * whole, which finds what classes have in common. Same bytes on every JDK, since the deflater is not the JDK's.
 */
public final class Pack {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private record Content(long size, long crc, byte[] deflated) {}

  private record File(String name, byte[] bytes) {}

  /** Where the work of earlier builds is kept: a jar is deflated once, whatever archives hold it. */
  private final Path kept;

  private Pack(Path kept) {
    this.kept = kept;
  }

  /** Takes a directory to keep work in, and archives, which it replaces. */
  public static void main(String[] args) throws IOException {
    Pack pack = new Pack(Files.createDirectories(Path.of(args[0])));
    for (String archive : List.of(args).subList(1, args.length)) {
      Path path = Path.of(archive);
      Path packed = Path.of(archive + ".packed");
      pack.pack(read(Files.readAllBytes(path)), packed);
      Files.move(packed, path, REPLACE_EXISTING);
    }
  }

  private void pack(List<File> files, Path target) throws IOException {
    Map<String, Content> contents = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> contents.put(file.name(), content(file)));
    try (var out = new ZipArchiveOutputStream(target)) {
      for (File file : files.stream().sorted(Comparator.comparing(File::name)).toList()) {
        Content content = contents.get(file.name());
        ZipArchiveEntry entry = entry(file.name(), ZipEntry.DEFLATED, content.size(), content.crc());
        entry.setCompressedSize(content.deflated().length);
        out.addRawArchiveEntry(entry, new ByteArrayInputStream(content.deflated()));
      }
    }
  }

  private Content content(File file) {
    byte[] bytes = file.name().endsWith(".jar") ? stored(file.bytes()) : file.bytes();
    return new Content(bytes.length, crc(bytes).getValue(), deflatedOnce(bytes));
  }

  private byte[] deflatedOnce(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      Path done = kept.resolve(HexFormat.of().formatHex(hash));
      if (!Files.exists(done)) {
        // Moved when it is whole, since two rooms may be packed at once.
        Path part = Files.createTempFile(kept, "part", null);
        Files.write(part, deflated(bytes));
        Files.move(part, done, REPLACE_EXISTING);
      }
      return Files.readAllBytes(done);
    } catch (IOException | NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Returns the same jar, its entries in their order, none of them compressed. */
  private static byte[] stored(byte[] jar) {
    var bytes = new ByteArrayOutputStream(3 * jar.length);
    try (var out = new ZipArchiveOutputStream(bytes)) {
      for (File file : read(jar)) {
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

  private static List<File> read(byte[] zip) throws IOException {
    try (ZipFile in = ZipFile.builder().setByteArray(zip).get()) {
      List<File> files = new ArrayList<>();
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        files.add(new File(entry.getName(), in.getInputStream(entry).readAllBytes()));
      }
      return files;
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
