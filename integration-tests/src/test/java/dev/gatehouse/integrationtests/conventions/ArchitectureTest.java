package dev.gatehouse.integrationtests.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.gatehouse.integrationtests.project.MavenModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependencies between modules and on AWS, read from the compiled classes. */
class ArchitectureTest {
  /** The modules that each module may use; one entry holds for every module below a folder. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("email-rules", Set.of()),
          Map.entry("messages", Set.of()),
          Map.entry("lambda-support", Set.of()),
          Map.entry("users", Set.of("lambda-support", "email-rules")),
          Map.entry("triggers", Set.of("email-rules", "messages", "lambda-support", "users")),
          Map.entry("api", Set.of("users", "messages", "lambda-support")),
          Map.entry("pulumi", Set.of("email-rules", "messages")),
          Map.entry("dynamodb", Set.of()),
          Map.entry("local", Set.of("dynamodb", "messages")),
          Map.entry("junit", Set.of("local")),
          Map.entry("integration-tests", Set.of()),
          Map.entry("clients", Set.of()),
          Map.entry("benchmarks", Set.of("email-rules")));

  /** Names that a package of AWS adapters has. */
  private static final Set<String> ADAPTER_PACKAGES =
      Set.of("aws", "cognito", "dynamodb", "kms", "s3", "ses", "sqs");

  private static final Set<String> PURE = Set.of("email-rules", "messages");

  private static final List<MavenModule> MODULES = MavenModule.all();
  private static final ModuleClasses ALL = ModuleClasses.all();

  @Test
  void everyModuleUsesTheModulesThatTheDesignAllows() {
    assertThat(MODULES).allSatisfy(module -> assertThat(ALLOWED).containsKey(group(module.name())));
    classes()
        .that(isWritten())
        .should(
            useOnly(
                "classes of modules that the design allows",
                (user, used) -> ALL.module(used).isEmpty() || isAllowed(user, used)))
        .check(ALL.classes());
  }

  /** Returns whether a class may use another; a trigger may also use one whose name it extends. */
  private static boolean isAllowed(JavaClass user, JavaClass used) {
    String from = ALL.module(user).orElseThrow();
    String to = ALL.module(used).orElseThrow();
    return from.equals(to) || from.startsWith(to + "-") || allowed(from).contains(to);
  }

  private static Set<String> allowed(String module) {
    return ALLOWED.getOrDefault(group(module), Set.of());
  }

  private static String group(String module) {
    return Path.of(module).getName(0).toString();
  }

  @Test
  void pureModulesDependOnNoAwsLibraryAndNoOtherModule() {
    assertThat(MODULES).filteredOn(module -> PURE.contains(module.name())).hasSameSizeAs(PURE);
    for (MavenModule module : MODULES) {
      if (PURE.contains(module.name())) {
        assertThat(module.compileDependencies())
            .as(module.name())
            .noneMatch(
                dependency ->
                    dependency.startsWith("com.amazonaws")
                        || dependency.startsWith("software.amazon")
                        || dependency.startsWith("dev.gatehouse"));
      }
    }
  }

  @Test
  void handlersAndOnlyHandlersAreNamedHandler() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Handler")
        .should()
        .implement(RequestHandler.class)
        .orShould()
        .implement(RequestStreamHandler.class)
        .check(ALL.classes());
    classes()
        .that()
        .implement(RequestHandler.class)
        .should()
        .haveSimpleNameEndingWith("Handler")
        .check(ALL.classes());
  }

  /**
   * The AWS SDK is used in packages named {@code aws} or after the service. Lambda's own types are
   * used in {@code lambda-support} and in the package of a handler, which also sees the SDK's
   * exceptions.
   */
  @Test
  void rulesDoNotUseAws() {
    Set<String> handlerPackages =
        ALL.classes().stream()
            .filter(type -> type.isAssignableTo(RequestHandler.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    classes()
        .that(isDeployed())
        .and(isWritten())
        .should(
            useOnly(
                "AWS types that their package may use",
                (user, used) ->
                    !isAws(used)
                        || ADAPTER_PACKAGES.contains(lastPart(user.getPackageName()))
                        || (isLambda(used) && isModule(user, "lambda-support"))
                        || ((isLambda(used) || isSdkException(used))
                            && handlerPackages.contains(user.getPackageName()))))
        .check(ALL.classes());
  }

  /** Returns a predicate for classes in archives: of their modules and of those they use. */
  private static DescribedPredicate<JavaClass> isDeployed() {
    Set<String> deployed =
        MODULES.stream()
            .filter(MavenModule::isLambdaArchive)
            .flatMap(
                module -> Stream.concat(Stream.of(module.name()), allowed(module.name()).stream()))
            .collect(Collectors.toSet());
    return DescribedPredicate.describe(
        "are deployed", type -> ALL.module(type).filter(deployed::contains).isPresent());
  }

  /** Returns a predicate for classes that no annotation processor generated. */
  private static DescribedPredicate<JavaClass> isWritten() {
    return DescribedPredicate.describe("have a source file", ALL::isWritten);
  }

  private static ArchCondition<JavaClass> useOnly(
      String what, BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>("use only " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !allowed.test(type, dependency.getTargetClass()))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }

  private static boolean isAws(JavaClass type) {
    return type.getPackageName().startsWith("com.amazonaws")
        || type.getPackageName().startsWith("software.amazon");
  }

  private static boolean isLambda(JavaClass type) {
    return type.getPackageName().startsWith("com.amazonaws.services.lambda.runtime");
  }

  private static boolean isSdkException(JavaClass type) {
    return type.getPackageName().equals("software.amazon.awssdk.core.exception");
  }

  private static boolean isModule(JavaClass type, String module) {
    return ALL.module(type).filter(module::equals).isPresent();
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
