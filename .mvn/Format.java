import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The formatter of every Java file of every module: `check` names those that differ, `write`
 * formats them.
 */
public final class Format {
  /** A module lies in the root or, like those under triggers/, one folder below it. */
  private static final int MODULE_DEPTH = 3;

  public static void main(String[] args) throws Exception {
    if (args[0].equals("off")) {
      return;
    }
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
    try (var folders = Files.walk(root, MODULE_DEPTH)) {
      List<String> files = new ArrayList<>();
      for (Path sources : folders.filter(Format::isSourceFolder).toList()) {
        try (var all = Files.walk(sources)) {
          all.map(Path::toString)
              .filter(name -> name.endsWith(".java"))
              .sorted()
              .forEach(files::add);
        }
      }
      return files;
    }
  }

  private static boolean isSourceFolder(Path folder) {
    return folder.endsWith("src") && Files.exists(folder.resolveSibling("pom.xml"));
  }
}
