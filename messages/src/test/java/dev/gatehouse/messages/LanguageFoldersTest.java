package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LanguageFoldersTest {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final String SPANISH = "/languages/es/";

  @TempDir private Path directory;

  @Test
  void folderThatAJarHasMoreIsALanguageOfItsFunction() throws Exception {
    URL[] jar = {jarWithAnotherLanguage("/languages/eo/").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(LanguageFolders.class.getName());
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Method tags = type.getMethod("tags");
      tags.setAccessible(true);

      assertThat(tags.invoke(constructor.newInstance()).toString()).contains("en", "eo", "es");
    }
  }

  private Path jarWithAnotherLanguage(String folder) throws IOException {
    Path jar = directory.resolve("messages.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(it -> !it.equals(CLASSES)).toList()) {
        String name = "/" + CLASSES.relativize(file).toString().replace('\\', '/');
        add(out, name, file);
        if (name.contains(SPANISH)) {
          add(out, name.replace(SPANISH, folder), file);
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new JarEntry(name.substring(1) + (Files.isDirectory(file) ? "/" : "")));
    if (Files.isRegularFile(file)) {
      Files.copy(file, out);
    }
    out.closeEntry();
  }
}
