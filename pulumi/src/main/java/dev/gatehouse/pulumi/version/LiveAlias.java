package dev.gatehouse.pulumi.version;

import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.inputs.AliasRoutingConfigArgs;
import com.pulumi.aws.lambda.inputs.GetAliasPlainArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.lookup.Lookup;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The alias {@code live}, which callers invoke. It serves the version that was published last; with
 * the setting newVersionPercent, a part of the calls go to it and the others to the version that
 * the alias served before.
 */
public final class LiveAlias {
  private static final String NAME = "live";
  private static final double PERCENT = 100.0;

  /** What the provider says of an alias that does not exist, by its versions. */
  private static final String NOT_FOUND =
      "(?is).*(ResourceNotFound|couldn't find resource|empty result).*";

  private LiveAlias() {}

  /** Declares the alias of a function, given by its name without the prefix of the stack. */
  public static Alias of(
      StackConfig config, String name, Function function, CustomResourceOptions options) {
    int percent = config.functions().newVersionPercent();
    AliasArgs.Builder args =
        AliasArgs.builder()
            .name(NAME)
            .functionName(function.name())
            .functionVersion(function.version());
    if (percent < PERCENT) {
      served(config.named(name))
          .ifPresent(
              version ->
                  args.functionVersion(version)
                      .routingConfig(
                          function.version().applyValue(it -> routing(version, it, percent))));
    }
    return new Alias(name, args.build(), options);
  }

  /** Returns the version that the alias serves; empty before the first deployment. */
  private static Optional<String> served(String function) {
    try {
      Map<String, Object> alias =
          Lookup.LAMBDA_ALIAS.now(
              GetAliasPlainArgs.builder().functionName(function).name(NAME).build());
      return Optional.of(String.valueOf(alias.get("functionVersion")));
    } catch (CompletionException e) {
      if (String.valueOf(e.getMessage()).matches(NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns null if nothing was published: an alias cannot weigh a version against itself. */
  private static @Nullable AliasRoutingConfigArgs routing(
      String served, String published, int percent) {
    return published.equals(served)
        ? null
        : AliasRoutingConfigArgs.builder()
            .additionalVersionWeights(Output.of(Map.of(published, percent / PERCENT)))
            .build();
  }
}
