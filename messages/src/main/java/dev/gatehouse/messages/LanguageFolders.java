package dev.gatehouse.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.gatehouse.messages.copy.CopyDirectory;
import dev.gatehouse.messages.copy.CopyLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The language folders beside this class, in a jar or in a directory of compiled classes. */
final class LanguageFolders implements CopyLoader {
  private static final String FOLDER = "languages";

  @Override
  public Set<String> tags() {
    URL folder = requireNonNull(LanguageFolders.class.getResource(FOLDER), FOLDER);
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? inJar(jar)
          : new CopyDirectory(Path.of(URI.create(folder.toString()))).tags();
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

  @Override
  public @Nullable Reader open(String file) {
    InputStream stream = LanguageFolders.class.getResourceAsStream(FOLDER + "/" + file);
    return stream == null ? null : new InputStreamReader(stream, UTF_8);
  }
}
