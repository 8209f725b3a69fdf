package dev.gatehouse.integrationtests.emulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension whose {@link LocalEmulator} parameters are one emulator: started once for all
 * tests, or the one at {@code -Dtarget.aws=http://...}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithLocalEmulator.Resolver.class)
public @interface WithLocalEmulator {

  /**
   * Starts the emulator for the first test of a JVM with such a parameter; it stops with the JVM. A
   * store of JUnit would close it after each class, since each fork is handed one class after the
   * other.
   */
  final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == LocalEmulator.class;
    }

    @Override
    public LocalEmulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Shared.emulator();
    }
  }

  /** The emulator of this JVM. */
  final class Shared {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static @Nullable LocalEmulator emulator;

    private Shared() {}

    /** Returns the emulator; each test fails with the reason if there is none. */
    private static LocalEmulator emulator() {
      LOCK.lock();
      try {
        LocalEmulator shared = emulator;
        if (shared == null) {
          String target = System.getProperty("target.aws");
          shared = target == null ? LocalEmulator.start() : LocalEmulator.at(URI.create(target));
          emulator = shared;
        }
        return shared;
      } finally {
        LOCK.unlock();
      }
    }
  }
}
