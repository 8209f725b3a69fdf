package dev.gatehouse.messages.copy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language folders of a directory, as they are while somebody edits them. */
public record CopyDirectory(Path directory) implements CopyLoader {
  @Override
  public Set<String> tags() {
    return names(directory, true);
  }

  /** Returns the names of the files of a language's folder, sorted. */
  public Set<String> files(String tag) {
    return names(directory.resolve(tag), false);
  }

  private static Set<String> names(Path directory, boolean folders) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) == folders)
          .map(entry -> String.valueOf(entry.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(directory.toString(), unreadable);
    }
  }

  @Override
  public @Nullable Reader open(String file) {
    try {
      Path path = directory.resolve(file);
      return Files.isRegularFile(path) ? Files.newBufferedReader(path) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}
