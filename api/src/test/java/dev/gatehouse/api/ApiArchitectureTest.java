package dev.gatehouse.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies between the packages of the API. */
@AnalyzeClasses(
    packages = "dev.gatehouse.api",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {
  @ArchTest
  static final ArchRule routesAndHttpDoNotUseAws =
      noClasses()
          .that()
          .resideInAnyPackage("dev.gatehouse.api.routes..", "dev.gatehouse.api.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws..", "software.amazon..");

  @ArchTest
  static final ArchRule httpUsesNeitherRoutesNorCognito =
      noClasses()
          .that()
          .resideInAPackage("dev.gatehouse.api.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.gatehouse.api.routes..", "dev.gatehouse.api.cognito..");
}
