package dev.gatehouse.pulumi.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * Looks up the keys of one project.
 *
 * @param values looks up a key with its namespace
 */
record Keys(String project, Function<String, Optional<String>> values) {
  /** Returns the setting of this name, which the example would do for. */
  Setting of(String name, String example) {
    return full("%s:%s".formatted(project, name), "%s %s".formatted(name, example));
  }

  /** Returns the setting of this name, a list that could begin with the example. */
  Setting list(String name, String example) {
    return full("%s:%s".formatted(project, name), "--path '%s[0]' %s".formatted(name, example));
  }

  /** Returns the setting of this name, an object that could have the example in it. */
  Setting object(String name, String member, String example) {
    // Names with blanks or dots have to be quoted inside the path.
    return full(
        "%s:%s".formatted(project, name),
        member.matches("[A-Za-z]+")
            ? "--path %s.%s %s".formatted(name, member, example)
            : "--path '%s[\"%s\"]' %s".formatted(name, member, example));
  }

  /** Returns a setting of any namespace, with the end of the command that sets it. */
  Setting full(String key, String arguments) {
    return new Setting(key, values.apply(key).orElse("").strip(), arguments);
  }
}
