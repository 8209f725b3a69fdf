package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackFileRemedyTest {
  private static final StackFileRemedy REMEDY = new StackFileRemedy(Path.of("stack.yaml"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "emailMx off | set gatehouse:emailMx in stack.yaml, as in `gatehouse:emailMx: off`",
        "aws:region us-east-1 | set aws:region in stack.yaml, as in `aws:region: us-east-1`",
        "brandColor '#1a56db' | set gatehouse:brandColor in stack.yaml, as in"
            + " `gatehouse:brandColor: '#1a56db'`",
        "--path 'emailAllow[0]' example.com | set gatehouse:emailAllow in stack.yaml, as in"
            + " `gatehouse:emailAllow: [example.com]`",
        "--path functionMemory.api 2048 | set gatehouse:functionMemory in stack.yaml, as in"
            + " `gatehouse:functionMemory: {api: 2048}`",
        "--path 'routeThrottling[\"POST /user\"]' 5/10 | set gatehouse:routeThrottling in"
            + " stack.yaml, as in `gatehouse:routeThrottling: {POST /user: 5/10}`"
      })
  void commandOfTheCliBecomesAnEditOfTheFile(String arguments, String edit) {
    assertThat(REMEDY.replaceCommands("x is y: pulumi config set " + arguments))
        .isEqualTo("x is y: " + edit);
  }

  @Test
  void severalCommandsBecomeSeveralEdits() {
    assertThat(
            REMEDY.replaceCommands(
                "old: pulumi config rm emailMode, then pulumi config set emailAllowlist log"))
        .isEqualTo(
            "old: remove gatehouse:emailMode from stack.yaml, then set gatehouse:emailAllowlist in"
                + " stack.yaml, as in `gatehouse:emailAllowlist: log`");
  }
}
