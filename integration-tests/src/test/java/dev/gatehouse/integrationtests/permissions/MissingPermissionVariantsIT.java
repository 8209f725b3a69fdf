package dev.gatehouse.integrationtests.permissions;

import dev.gatehouse.integrationtests.project.Repository;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every permission of each variant of the stack, taken away. */
@Tag("nightly")
class MissingPermissionVariantsIT {

  @TestFactory
  Stream<DynamicContainer> nothingIsRemovableUnnoticed() {
    return Repository.variants().stream().map(MissingPermissionVariantsIT::variant);
  }

  private static DynamicContainer variant(String name) {
    MissingPermissions permissions = new MissingPermissions(Repository.plan(name));
    return DynamicContainer.dynamicContainer(name, permissions.tests().onClose(permissions::close));
  }
}
