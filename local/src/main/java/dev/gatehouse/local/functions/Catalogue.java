package dev.gatehouse.local.functions;

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

/** Knows the functions of the plan, their versions and their aliases. */
final class Catalogue {

  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

  /**
   * Every version, by {@code function:qualifier}; a version has its number and each alias of it.
   */
  private final Map<String, LambdaVersion> qualified = new LinkedHashMap<>();

  private final Set<LambdaVersion> aliased = new LinkedHashSet<>();

  /** Reads functions and aliases; throws {@link PlanInvalid} for what cannot be run. */
  Catalogue(Plan plan, Path root) {
    for (Resource resource : plan.ofType("aws:lambda/function:Function")) {
      add(FunctionCheck.function(resource, root));
    }
    for (Resource resource : plan.ofType("aws:lambda/alias:Alias")) {
      alias(FunctionCheck.alias(resource));
    }
  }

  List<LambdaFunction> functions() {
    return List.copyOf(functions.values());
  }

  /** Returns every version there is, once. */
  Set<LambdaVersion> versions() {
    return new LinkedHashSet<>(qualified.values());
  }

  /** Returns the versions that are called: those of the aliases, and functions without any. */
  List<LambdaVersion> inUse() {
    List<LambdaVersion> used = new ArrayList<>(aliased);
    for (LambdaFunction function : functions.values()) {
      if (aliased.stream().noneMatch(version -> version.function().equals(function))) {
        used.add(new LambdaVersion(function, FunctionName.LATEST));
      }
    }
    return used;
  }

  /** Returns the version that this name leads to. */
  Optional<LambdaVersion> find(FunctionName name) {
    return Optional.ofNullable(qualified.get(name.name() + ":" + name.qualifierOrLatest()))
        .filter(version -> name.means(version.function().arn()));
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
            .flatMap(name -> find(name.at(alias.input("functionVersion"))))
            .orElseThrow(() ->
                alias.refused(
                    "points at version %s of %s, which the plan does not declare"
                        .formatted(alias.input("functionVersion"), alias.input("functionName"))));
    qualified.put(version.function().name() + ":" + alias.output("name"), version);
    aliased.add(version);
  }
}
