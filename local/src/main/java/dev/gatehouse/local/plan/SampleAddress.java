package dev.gatehouse.local.plan;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The address of the sign-up that the ready message and {@code make demo} show. */
public final class SampleAddress {
  private static final String USER = "jane@";
  private static final String WILDCARD = "*.";

  private SampleAddress() {}

  /**
   * Returns an address that the plan's allow list accepts if others are refused: at a domain of the
   * list if there is one, or an entry itself.
   */
  public static String of(Plan plan) {
    List<String> entries =
        plan.ofType("aws:lambda/function:Function").stream()
            .filter(function -> variable(function, "EMAIL_ALLOWLIST").equals("reject"))
            .flatMap(function -> Stream.of(variable(function, "EMAIL_ALLOW").split("[,\\s]+", -1)))
            .filter(entry -> !entry.isEmpty())
            .distinct()
            .toList();
    Optional<String> domain = entries.stream().filter(entry -> entry.indexOf('@') <= 0).findFirst();
    return domain
        .map(SampleAddress::at)
        .orElse(entries.isEmpty() ? USER + "example.com" : entries.getFirst());
  }

  private static String at(String domain) {
    String name = domain.startsWith("@") ? domain.substring(1) : domain;
    return USER + (name.startsWith(WILDCARD) ? "mail." + name.substring(2) : name);
  }

  private static String variable(Resource function, String name) {
    return function.object("environment").get("variables") instanceof JsonObject variables
            && variables.has(name)
        ? variables.get(name).getAsString()
        : "";
  }
}
