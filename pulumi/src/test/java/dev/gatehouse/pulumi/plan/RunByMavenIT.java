package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.APP;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.gatehouse.pulumi.plan.engine.PropertyValues;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingEngine;
import dev.gatehouse.pulumi.plan.engine.RecordingResourceMonitor;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.UrnFactory;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, run as {@code pulumi up} does: Maven compiles and starts it in its directory, with
 * the default JDK.
 */
@Tag("extended")
final class RunByMavenIT {
  private static final Path DIRECTORY = Path.of(".").toAbsolutePath().normalize();

  @Test
  void mavenRunsTheProgramSuccessfully(@TempDir Path directory) throws Exception {
    Recording recording = new Recording();
    StackSettings settings =
        LOCAL
            .with("gatehouse:emailSending", "lambda")
            .with("gatehouse:productName", "Café 日本 \"😀\"")
            .with("gatehouse:hostedDomainPrefix", "gatehouse-local")
            .with("gatehouse:callbackUrls", "[\"https://www.gatehouse.test/\"]");

    assertThat(exitCode(settings, recording, directory)).isZero();

    assertThat(recording.errors()).isEmpty();
    assertThat(recording.resources())
        .extracting(it -> it.type() + " " + it.name())
        .contains(
            "aws:lambda/function:Function custom-email-sender",
            "aws:cognito/userPoolDomain:UserPoolDomain hosted-ui");
    assertThat(recording.resources())
        .filteredOn(it -> it.name().equals("custom-email-sender"))
        .anySatisfy(it -> assertThat(it.inputs().toString()).contains("Café 日本 \\\"😀\\\""));
  }

  @Test
  void malformedSettingExitsWith32AndOneMessage(@TempDir Path directory) throws Exception {
    Recording recording = new Recording();

    assertThat(exitCode(LOCAL.with("gatehouse:emailSubaddress", "never"), recording, directory))
        .isEqualTo(32);

    assertThat(recording.errors())
        .singleElement()
        .asString()
        .startsWith("gatehouse:emailSubaddress is never, but must be off or log")
        .doesNotContain("\n");
    assertThat(recording.resources()).filteredOn(RegisteredResource::custom).isEmpty();
    assertThat(Files.readString(directory.resolve("maven.log"))).doesNotContain("\tat ");
  }

  private static int exitCode(StackSettings settings, Recording recording, Path directory)
      throws IOException, InterruptedException {
    RecordingResourceMonitor monitor =
        new RecordingResourceMonitor(
            new UrnFactory(settings.project(), settings.stack()),
            new PropertyValues(DIRECTORY.resolve("..").normalize(), DIRECTORY),
            new FakeProvider("us-east-1", "000000000000"),
            recording);
    try (RecordingEngine engine = RecordingEngine.start(recording, monitor)) {
      Map<String, String> environment =
          new TreeMap<>(
              new PulumiProgram(APP, DIRECTORY, false).environment(settings, engine.address()));
      environment.put("PULUMI_CONFIG", new Gson().toJson(settings.values()));
      return MavenRun.exitCode(environment, directory.resolve("maven.log"));
    }
  }
}
