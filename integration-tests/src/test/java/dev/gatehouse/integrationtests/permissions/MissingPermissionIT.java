package dev.gatehouse.integrationtests.permissions;

import dev.gatehouse.integrationtests.project.Repository;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every permission of the tests' own stack, taken away. */
@Tag("extended")
class MissingPermissionIT {
  private static MissingPermissions permissions;

  @BeforeAll
  static void start() {
    permissions = new MissingPermissions(Repository.plan());
  }

  @AfterAll
  static void stop() {
    permissions.close();
  }

  @TestFactory
  Stream<DynamicTest> nothingIsRemovableUnnoticed() {
    return permissions.tests();
  }
}
