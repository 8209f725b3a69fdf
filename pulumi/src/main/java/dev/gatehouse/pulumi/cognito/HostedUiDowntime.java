package dev.gatehouse.pulumi.cognito;

import com.pulumi.aws.cognito.inputs.GetUserPoolArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.lookup.Lookup;
import dev.gatehouse.pulumi.settings.HostedUiSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A warning that a changed domain takes the hosted UI down for a while. */
public final class HostedUiDowntime {
  private HostedUiDowntime() {}

  /**
   * Returns the id of the pool, after the warning if the pool has another domain of this kind.
   *
   * @param warn receives the warning
   */
  public static Output<String> announced(
      HostedUiSettings settings, Output<String> userPoolId, Consumer<String> warn) {
    Output<Map<String, Object>> pool =
        Lookup.USER_POOL.later(GetUserPoolArgs.builder().userPoolId(userPoolId).build());
    return Output.tuple(userPoolId, pool)
        .applyValue(
            it -> {
              sentence(settings, it.t2).ifPresent(warn);
              return it.t1;
            });
  }

  /** Returns the warning for the pool as it is. */
  static Optional<String> sentence(HostedUiSettings settings, Map<String, Object> pool) {
    return settings.host().isEmpty()
        ? sentence(
            "hostedDomainPrefix", text(pool, "domain"), settings.prefix(), "for a minute or more")
        : sentence(
            "hostedDomain", text(pool, "customDomain"), settings.host(), "for up to an hour");
  }

  private static Optional<String> sentence(String key, String old, String current, String time) {
    return old.isEmpty() || old.equals(current)
        ? Optional.empty()
        : Optional.of(
            "gatehouse:%s changes from %s to %s: a user pool has one, so the old one is deleted first and the hosted pages are down %s"
                .formatted(key, old, current, time));
  }

  private static String text(Map<String, Object> pool, String name) {
    return pool.get(name) instanceof String text ? text : "";
  }
}
