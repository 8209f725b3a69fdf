package dev.gatehouse.integrationtests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom: the floor plan, read from the compiled rooms. */
class RoomsTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(
              List.of("functions", "users", "triggers", "api", "pulumi", "local").stream()
                  .map(room -> Machine.ROOT.resolve(room).resolve("target/classes"))
                  .toList());

  @Test
  void functionsKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.functions..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.users..",
            "dev.gatehouse.triggers..",
            "dev.gatehouse.api..",
            "dev.gatehouse.pulumi..",
            "dev.gatehouse.local..")
        .check(ALL);
  }

  @Test
  void usersKnowsFunctionsAndNobodyElse() {
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.users..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.triggers..",
            "dev.gatehouse.api..",
            "dev.gatehouse.pulumi..",
            "dev.gatehouse.local..")
        .check(ALL);
  }

  @Test
  void triggersAndApiKnowFunctionsAndUsersAndNobodyElse() {
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.triggers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.api..", "dev.gatehouse.pulumi..", "dev.gatehouse.local..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.triggers..", "dev.gatehouse.pulumi..", "dev.gatehouse.local..")
        .check(ALL);
  }

  @Test
  void pulumiAndLocalKnowArchivesAndEndpointsOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.gatehouse.pulumi..", "dev.gatehouse.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.gatehouse.functions..",
            "dev.gatehouse.users..",
            "dev.gatehouse.triggers..",
            "dev.gatehouse.api..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.gatehouse.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.gatehouse.pulumi..")
        .check(ALL);
  }

  @Test
  void doorsAndNothingElseAreCalledHandler() {
    DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> functions =
        simpleNameEndingWith("Handler");
    classes().that(functions).should().implement(RequestHandler.class).check(ALL);
    classes()
        .that()
        .implement(RequestHandler.class)
        .should()
        .haveSimpleNameEndingWith("Handler")
        .check(ALL);
  }

  @Test
  void rulesOfTheTriggersKnowNothingOfAws() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.gatehouse.triggers.emailrules..",
            "dev.gatehouse.triggers.presignup..",
            "dev.gatehouse.triggers.messages..",
            "dev.gatehouse.triggers.custommessage..",
            "dev.gatehouse.triggers.customemailsender..",
            "dev.gatehouse.triggers.postconfirmation..",
            "dev.gatehouse.triggers.deferredusers..",
            "dev.gatehouse.triggers.reconcile..")
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .and()
        .haveSimpleNameNotEndingWith("Priming") // calls a door as Lambda does
        .and()
        .haveNameNotMatching(".*\\.NoWire(\\$.*)?") // stands where a client would reach out
        .and()
        .haveSimpleNameNotStartingWith("Sqs") // behind the port DeferredUsers
        .and()
        .haveSimpleNameNotStartingWith("Cognito") // behind the port PoolUsers
        .and()
        .haveSimpleNameNotStartingWith("DynamoDb") // behind the port SentCodes
        .and()
        .haveSimpleNameNotStartingWith("Ses") // behind the port Mails
        .and()
        .haveSimpleNameNotStartingWith("Kms") // behind the port SealedCodes
        .and()
        .haveNameNotMatching(".*Event(\\$.*)?(JsonAdapter)?")
        .and()
        .haveSimpleNameNotStartingWith("Queued") // says how AWS's events of a queue are written
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.amazonaws..", "software.amazon..")
        .check(ALL);
  }
}
