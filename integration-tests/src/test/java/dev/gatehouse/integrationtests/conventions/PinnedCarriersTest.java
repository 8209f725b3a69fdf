package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No virtual thread starts a process or works with files while it holds a monitor. */
class PinnedCarriersTest {

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static PinnedCarriers rule;

  @BeforeAll
  static void parseTheSources() throws IOException {
    rule = new PinnedCarriers(new SynchronizedBlocks(SourceTree.parsed()));
  }

  @Test
  void noModuleWorksWithFilesOrProcessesInAMonitor() {
    assertThat(rule.find(ModuleClasses.all().classes())).isEmpty();
  }

  @Test
  void workInASynchronizedMethodIsFound() {
    assertThat(found(InMethod.class))
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).contains("InMethod.start(", "ProcessBuilder.start"),
            second -> assertThat(second).contains("InMethod.read(", "java.io.FileInputStream"));
  }

  @Test
  void workInASynchronizedBlockIsFound() {
    assertThat(found(InBlock.class))
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).contains("InBlock.size(", "java.nio.file.Files.size"),
            second -> assertThat(second).contains("InBlock.later(", "java.nio.file.Files.exists"));
  }

  @Test
  void workInCalledMethodsIsFound() {
    assertThat(found(InCalledMethod.class, Directory.class, RealDirectory.class))
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).contains("InCalledMethod.one(", "two", "three", "delete"),
            second -> assertThat(second).contains("InCalledMethod.list(", "Directory.list"));
  }

  @Test
  void workUnderAnotherLockOrAfterTheBlockIsAllowed() {
    assertThat(found(Allowed.class)).isEmpty();
  }

  private static List<String> found(Class<?>... classes) {
    return rule.find(new ClassFileImporter().importClasses(classes));
  }

  static final class InMethod {
    synchronized Process start() throws IOException {
      return new ProcessBuilder("true").start();
    }

    static synchronized int read(String file) throws IOException {
      try (InputStream in = new FileInputStream(file)) {
        return in.read();
      }
    }
  }

  static final class InBlock {
    private final Path file = Path.of("file");

    long size() throws IOException {
      synchronized (file) {
        return Files.size(file);
      }
    }

    boolean later() {
      synchronized (file) {
        BooleanSupplier exists = () -> Files.exists(file);
        return exists.getAsBoolean();
      }
    }
  }

  static final class InCalledMethod {
    synchronized void one() throws IOException {
      two();
    }

    private static void two() throws IOException {
      three();
    }

    private static void three() throws IOException {
      Files.delete(Path.of("file"));
    }

    synchronized void list(Directory directory) throws IOException {
      directory.list();
    }
  }

  interface Directory {
    void list() throws IOException;
  }

  static final class RealDirectory implements Directory {
    @Override
    public void list() throws IOException {
      Files.createDirectory(Path.of("directory"));
    }
  }

  static final class Allowed {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    long size(Path file) throws IOException {
      synchronized (this) {
        count++;
      }
      lock.lock();
      try {
        return Files.size(file) + count;
      } finally {
        lock.unlock();
      }
    }
  }
}
