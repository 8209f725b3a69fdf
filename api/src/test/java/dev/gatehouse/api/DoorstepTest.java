package dev.gatehouse.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.gatehouse.api",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DoorstepTest {
  @ArchTest
  static final ArchRule awsStaysOnTheDoorstepAndBehindThePort =
      noClasses()
          .that()
          .doNotHaveSimpleName("ApiHandler")
          .and()
          .doNotHaveSimpleName("Proxy")
          .and()
          .doNotHaveSimpleName("ApiPriming") // calls the door as Lambda does
          .and()
          .haveSimpleNameNotStartingWith("Cognito")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws..", "software.amazon..");

  @ArchTest
  static final ArchRule onlyTheDoorIsPublic =
      noClasses()
          .that()
          .doNotHaveSimpleName("ApiHandler")
          .and()
          .doNotHaveSimpleName("ApiJsonComponent")
          .and()
          .areTopLevelClasses()
          .should()
          .bePublic();
}
