package dev.gatehouse.pulumi.stack;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A deployed stack that several tests use one after the other, since a new one takes long. A test
 * that fails leaves it to nobody: the next test has a new one.
 */
public final class SharedStack implements AutoCloseable {
  /** A test with the stack. */
  public interface Use {
    void with(EngineStack stack, FakeAwsAccount account) throws Exception;
  }

  private final Path directory;
  private final StackSettings settings;
  private FakeAwsAccount account = new FakeAwsAccount();
  private @Nullable FakeAwsProvider provider;
  private @Nullable EngineStack stack;

  public SharedStack(Path directory, StackSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  public void use(Use test) throws Exception {
    EngineStack deployed = stack == null ? deploy() : stack;
    stack = null;
    test.with(deployed, account);
    stack = deployed;
  }

  private EngineStack deploy() throws Exception {
    close();
    account = new FakeAwsAccount();
    FakeAwsProvider started = FakeAwsProvider.start("us-east-1", account);
    provider = started;
    EngineStack created =
        EngineStack.create(
            Files.createTempDirectory(directory, "stack"), settings, started.debugProviders());
    created.up();
    return created;
  }

  @Override
  public void close() {
    if (stack != null) {
      stack.close();
    }
    if (provider != null) {
      provider.close();
    }
  }
}
