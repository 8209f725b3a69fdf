package dev.gatehouse.pulumi.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws a plan as boxes and arrows, and lists it as a table.
 *
 * @param svg the drawing
 * @param table the list, in Markdown
 */
public record Picture(String svg, String table) {
  /** Reads plan.json, the first argument, and writes both files into the folder, the second. */
  public static void main(String[] args) throws IOException {
    Picture picture;
    try {
      picture = of(Files.readString(Path.of(args[0])));
    } catch (PictureFailed e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    Path folder = Files.createDirectories(Path.of(args[1]));
    Files.writeString(folder.resolve("account.svg"), picture.svg());
    Files.writeString(folder.resolve("account.md"), picture.table());
  }

  /** Draws this plan.json: the same bytes for the same plan. */
  public static Picture of(String plan) {
    Types types = Types.read();
    List<Resource> resources = Resource.of(plan);
    Account account = Account.of(types, resources);
    return new Picture(Drawing.of(Layout.of(account), style()), ResourceTable.of(types, resources));
  }

  private static String style() {
    try (InputStream file = Picture.class.getResourceAsStream("style.css")) {
      if (file == null) {
        throw new IllegalStateException("style.css is not beside " + Picture.class);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
