package dev.gatehouse.triggers.presignup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The function on a class path without the AWS SDK, as in its archive. */
final class WithoutAwsSdkTest {
  private static final String RULES = "dev.gatehouse.emailrules.EmailRules";

  /** A class loader without the SDK and without the loader of the tests. */
  private static final class Archive extends URLClassLoader {
    Archive(URL[] classPath) {
      super(classPath, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("software.amazon.")) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }
  }

  private static Archive archive() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new Archive(
        Arrays.stream(classPath.split(File.pathSeparator, -1))
            .map(WithoutAwsSdkTest::url)
            .toArray(URL[]::new));
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private final ClassLoader original = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreClassLoader() {
    Thread.currentThread().setContextClassLoader(original);
  }

  @Test
  void functionStartsAndDecides() throws Exception {
    try (Archive archive = archive()) {
      Thread.currentThread().setContextClassLoader(archive); // as Lambda's runtime does
      Object handler =
          archive.loadClass(PreSignUpHandler.class.getName()).getConstructor().newInstance();
      assertThat(handler.getClass().getClassLoader()).isSameAs(archive);
      Class<?> rules = archive.loadClass(RULES);
      Object read = rules.getMethod("of", Map.class).invoke(null, Map.of());
      Object decision =
          rules
              .getMethod("judge", String.class, String.class)
              .invoke(read, "PreSignUp_SignUp", "jane+x@yopmail.com");
      assertThat(decision).hasToString("Refused[code=EMAIL_DISPOSABLE]");
    }
  }

  @Test
  void sdkIsMissing() throws IOException {
    try (Archive archive = archive()) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(
              () -> archive.loadClass("software.amazon.awssdk.services.dynamodb.DynamoDbClient"));
    }
  }
}
