package dev.gatehouse.pulumi.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A reader of the settings of one project.
 *
 * @param values a lookup by key with its namespace
 * @param secrets whether the value of a key with its namespace is a secret
 */
record SettingReader(
    String project, Function<String, Optional<String>> values, Predicate<String> secrets) {
  /** What a JVM reads instead of bytes of the environment that its locale has no letter for. */
  private static final char UNREADABLE = '\ufffd';

  /** Returns a setting with an example of its value. */
  Setting of(String name, String example) {
    return full("%s:%s".formatted(project, name), "%s %s".formatted(name, example));
  }

  /** Returns a setting that is a list, with an example of its first item. */
  Setting list(String name, String example) {
    return full("%s:%s".formatted(project, name), "--path '%s[0]' %s".formatted(name, example));
  }

  /** Returns a setting that is an object, with an example of a member. */
  Setting object(String name, String member, String example) {
    // Names with spaces or dots need quotes inside the path.
    return full(
        "%s:%s".formatted(project, name),
        member.matches("[A-Za-z]+")
            ? "--path %s.%s %s".formatted(name, member, example)
            : "--path '%s[\"%s\"]' %s".formatted(name, member, example));
  }

  /** Returns a setting of any namespace, with the arguments of the command that sets it. */
  Setting full(String key, String arguments) {
    String name = key.substring(key.indexOf(':') + 1);
    boolean secret = secrets.test(key);
    if (secret && key.startsWith(project + ":") && !SecretSettings.areAllowedFor(name)) {
      throw new SettingInvalid(
          "%s is a secret, but AWS shows it to whoever may read the account: pulumi config set"
                  .formatted(key)
              + " --plaintext "
              + arguments);
    }
    Setting setting = new Setting(key, values.apply(key).orElse("").strip(), arguments, secret);
    if (setting.value().indexOf(UNREADABLE) >= 0) {
      throw setting.refused(
          "this shell's locale lost letters of it on the way to the program",
          "export LC_ALL=C.UTF-8");
    }
    return setting;
  }

  /** Returns whether the value of a key of the project is a secret. */
  boolean isSecret(String name) {
    return secrets.test("%s:%s".formatted(project, name));
  }
}
