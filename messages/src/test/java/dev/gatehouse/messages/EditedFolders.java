package dev.gatehouse.messages;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.messages.copy.CopyLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The language folders with one file edited, or missing if the edit returns null. */
record EditedFolders(String file, UnaryOperator<@Nullable String> edit) implements CopyLoader {
  private static final LanguageFolders FOLDERS = new LanguageFolders();

  @Override
  public Set<String> tags() {
    return FOLDERS.tags();
  }

  @Override
  public @Nullable Reader open(String name) {
    Reader text = FOLDERS.open(name);
    if (!name.equals(file)) {
      return text;
    }
    @Nullable String edited = edit.apply(read(text));
    return edited == null ? null : new StringReader(edited);
  }

  private static String read(@Nullable Reader text) {
    try (text) {
      StringWriter all = new StringWriter();
      requireNonNull(text).transferTo(all);
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
