package dev.gatehouse.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language folders beside this class, in a jar or in a directory of compiled classes. */
final class LanguageFolders implements Language.ResourceLoader {
  private static final String FOLDER = "languages";

  /** Returns the names of all folders: a new folder is a new language, without a list to edit. */
  Set<String> tags() {
    URL folder = requireNonNull(LanguageFolders.class.getResource(FOLDER), FOLDER);
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? inJar(jar)
          : inDirectory(Path.of(URI.create(folder.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER, e);
    }
  }

  private static Set<String> inJar(JarURLConnection connection) throws IOException {
    connection.setUseCaches(
        false); // closing a cached connection would close the jar of the class loader
    String prefix = connection.getEntryName().replaceAll("/?$", "/");
    try (JarFile jar = connection.getJarFile()) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) > 0)
          .map(name -> name.substring(prefix.length(), name.indexOf('/', prefix.length())))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> inDirectory(Path directory) throws IOException {
    try (Stream<Path> folders = Files.list(directory)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> String.valueOf(folder.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Override
  public @Nullable Reader open(String file) {
    InputStream stream = LanguageFolders.class.getResourceAsStream(FOLDER + "/" + file);
    return stream == null ? null : new InputStreamReader(stream, UTF_8);
  }
}
