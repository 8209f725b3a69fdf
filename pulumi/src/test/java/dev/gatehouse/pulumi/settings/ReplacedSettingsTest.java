package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplacedSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "emailMode,          open,      emailAllowlist replaces emailMode, config set emailAllowlist"
        + " off",
    "emailMode,          log,       emailAllowlist replaces emailMode, config set emailAllowlist"
        + " log",
    "emailMode,          allowlist, emailAllowlist replaces emailMode, set emailAllowlist reject",
    "emailIdn,           alabel,    off replaces alabel,               config set emailIdn off",
    "emailIdn,           ulabel,    off replaces ulabel,               config set emailIdn off",
    "emailRelay,         allow,     off replaces allow,                config set emailRelay off",
    "emailRole,          allow,     off replaces allow,                config set emailRole off",
    "emailProviderRules, on,        reject replaces on,                emailProviderRules reject",
    "emailSubaddress,    allow,     off replaces allow,                emailSubaddress off",
    "emailSubaddress,    block,     reject replaces block,             emailSubaddress reject",
    "emailSubaddress,    unique,    emailOneAccountPerMailbox replaces unique, Mailbox true",
    "emailMx,            check,     reject replaces check,             config set emailMx reject",
    "emailSeparators,    +,         always +=#,                        config rm emailSeparators",
    "emailMaxLength,     100,       always 128,                        config rm emailMaxLength",
    "emailMxTimeoutMs,   500,       always 800,                        config rm emailMxTimeoutMs"
  })
  void earlierKeyOrWordIsRefusedWithTheNewOne(
      String key, String value, String replacement, String command) {
    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:" + key, value)))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith("gatehouse:%s is %s, but ".formatted(key, value))
        .hasMessageContaining(replacement)
        .hasMessageContaining(": pulumi config ")
        .hasMessageEndingWith(command)
        .hasMessageNotContaining("\n");
  }
}
