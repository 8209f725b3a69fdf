import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds every Java file of the rooms to google-java-format: `check` names those that differ, `write` formats them. */
public final class Format {
  public static void main(String[] args) throws Exception {
    List<String> command = new ArrayList<>();
    boolean write = args[0].equals("write");
    command.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    List<String> files = sources(Path.of(args[1]));
    if (files.isEmpty()) {
      return;
    }
    command.addAll(files);
    try {
      Main.main(command.toArray(String[]::new));
    } finally {
      System.out.flush();
    }
  }

  private static List<String> sources(Path root) throws IOException {
    try (var rooms = Files.list(root)) {
      List<String> files = new ArrayList<>();
      for (Path sources : rooms.map(room -> room.resolve("src")).filter(Files::isDirectory).toList()) {
        try (var all = Files.walk(sources)) {
          all.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(files::add);
        }
      }
      return files;
    }
  }
}
