package dev.gatehouse.integrationtests.permissions;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every permission of each variant of the stack, taken away; with {@code -Dvariants=pictures} those
 * of some variants, with {@code -Dpermissions=pool-export} those whose name has a match of this
 * expression.
 */
@Tag("nightly")
class MissingPermissionVariantsIT {
  /** No variant: what reconcile may do only where it removes something. */
  private static final String REMOVING = "removing";

  @TempDir static Path folder = Path.of("");

  @TestFactory
  Stream<DynamicContainer> nothingIsRemovableUnnoticed() {
    String chosen = System.getProperty("variants", "");
    Stream<String> variants =
        chosen.isEmpty()
            ? Stream.concat(Repository.variants().stream(), Stream.of(REMOVING))
            : Stream.of(chosen.split(",", -1));
    return variants.map(MissingPermissionVariantsIT::variant);
  }

  /** Starts an emulator, which stops after the tests of the variant. */
  private static DynamicContainer variant(String name) {
    MissingPermissions permissions = new MissingPermissions(plan(name));
    String role = name.equals(REMOVING) ? "-reconcile, " : "";
    Pattern chosen = Pattern.compile(System.getProperty("permissions", ""));
    return DynamicContainer.dynamicContainer(
        name,
        permissions
            .tests()
            .filter(test -> test.getDisplayName().contains(role))
            .filter(test -> chosen.matcher(test.getDisplayName()).find())
            .onClose(permissions::close));
  }

  private static Path plan(String name) {
    try {
      return name.equals(REMOVING) ? RemovingPlan.write(folder) : Repository.plan(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
