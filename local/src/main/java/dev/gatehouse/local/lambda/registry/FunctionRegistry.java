package dev.gatehouse.local.lambda.registry;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the plan, with their versions and aliases. */
public final class FunctionRegistry {

  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

  /** Versions by {@code function:qualifier}, the qualifier being a number or an alias. */
  private final Map<String, LambdaVersion> qualified = new LinkedHashMap<>();

  /** Versions by {@code function:alias}. */
  private final Map<String, LambdaVersion> aliases = new LinkedHashMap<>();

  /** Creates the registry of a plan; throws {@link PlanInvalid} for an unsupported function. */
  public FunctionRegistry(Plan plan, Path root) {
    for (Resource resource : plan.ofType("aws:lambda/function:Function")) {
      add(FunctionCheck.function(resource, root));
    }
    for (Resource resource : plan.ofType("aws:lambda/alias:Alias")) {
      alias(FunctionCheck.alias(resource));
    }
  }

  /** Returns all functions, in the order of the plan. */
  public List<LambdaFunction> functions() {
    return List.copyOf(functions.values());
  }

  /** Returns all versions. */
  public Set<LambdaVersion> versions() {
    return new LinkedHashSet<>(qualified.values());
  }

  /** Returns the versions that have an alias, and {@code $LATEST} of functions without one. */
  public List<LambdaVersion> inUse() {
    Set<LambdaVersion> aliased = new LinkedHashSet<>(aliases.values());
    List<LambdaVersion> used = new ArrayList<>(aliased);
    for (LambdaFunction function : functions.values()) {
      if (aliased.stream().noneMatch(version -> version.function().equals(function))) {
        used.add(function.latest());
      }
    }
    return used;
  }

  /** Returns the version of this name, or an empty Optional if there is none. */
  public Optional<LambdaVersion> find(FunctionName name) {
    return Optional.ofNullable(qualified.get(name.name() + ":" + name.qualifierOrLatest()))
        .filter(version -> name.matches(version.function().arn()));
  }

  /** Returns the version of an alias, or an empty Optional if the qualifier is no alias. */
  public Optional<LambdaVersion> findAlias(FunctionName name) {
    return find(name).filter(version -> aliases.containsKey(name.withQualifier()));
  }

  /** Returns the versions of a function, {@code $LATEST} first. */
  public List<LambdaVersion> versionsOf(LambdaFunction function) {
    return versions().stream().filter(version -> version.function().equals(function)).toList();
  }

  private void add(LambdaFunction function) {
    functions.put(function.name(), function);
    List<String> numbers = new ArrayList<>(List.of(FunctionName.LATEST));
    if (function.published()) {
      numbers.add(function.resource().output("version"));
    }
    numbers.forEach(n -> qualified.put(function.name() + ":" + n, new LambdaVersion(function, n)));
  }

  private void alias(Resource alias) {
    LambdaVersion version =
        FunctionName.parse(alias.input("functionName"))
            .flatMap(name -> find(name.qualifiedBy(alias.input("functionVersion"))))
            .orElseThrow(
                () ->
                    alias.refused(
                        "points at version %s of %s, which the plan does not declare"
                            .formatted(
                                alias.input("functionVersion"), alias.input("functionName"))));
    String name = version.function().name() + ":" + alias.output("name");
    qualified.put(name, version);
    aliases.put(name, version);
  }
}
