package dev.gatehouse.integrationtests.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each emulator that runs at an endpoint of {@code -Dtarget.emulator=http://...,http://...}. {@code
 * make test-emulators} starts ministack and moto for it.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("named")
@Tag("emulators")
class EmulatorsIT extends AwsEmulatorContract {
  private static final String TARGET = "target.emulator";

  private final AwsEmulator emulator;

  EmulatorsIT(AwsEmulator emulator) {
    this.emulator = emulator;
  }

  static Stream<AwsEmulator> named() {
    String endpoints = System.getProperty(TARGET, "");
    if (endpoints.isEmpty()) {
      throw new IllegalStateException(
          "-D%s=http://... names a running emulator; make test-emulators starts two"
              .formatted(TARGET));
    }
    return Arrays.stream(endpoints.toLowerCase(Locale.ROOT).split(","))
        .map(URI::create)
        .map(AwsEmulator::at);
  }

  @Override
  AwsEmulator emulator() {
    return emulator;
  }
}
