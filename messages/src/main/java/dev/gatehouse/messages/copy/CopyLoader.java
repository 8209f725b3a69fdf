package dev.gatehouse.messages.copy;

import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source of language folders and their files. */
public interface CopyLoader {
  /** Returns the names of all folders, sorted: a new folder is a new language. */
  Set<String> tags();

  /** Returns a reader of a file such as {@code en/sign-up.properties}, or null if it is missing. */
  @Nullable Reader open(String file);

  /** Returns the file's copy; a missing file is a mistake and has no texts. */
  default CopyFile read(String file, CopyMistakes mistakes) {
    @Nullable Reader reader = open(file);
    if (reader == null) {
      CopyMistakes ofMissingTexts = new CopyMistakes();
      mistakes.add(file, "is missing");
      return new CopyFile(file, Reader.nullReader(), ofMissingTexts);
    }
    return new CopyFile(file, reader, mistakes);
  }
}
