package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePathScanner;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The calls that read the time: a checkout builds with the same result on every day, so the day
 * comes from a {@link java.time.Clock} that a test can fix.
 */
class CalendarTest {
  /** A date of today that is not of a given clock. */
  private static final Pattern TODAY =
      Pattern.compile(
          "(Local(Date|Time|DateTime)|(Zoned|Offset)DateTime|Year|YearMonth|MonthDay)\\.now\\("
              + "(?!\\w*[cC]lock\\)|CLOCK\\)).*");

  /** The time of the computer, of which a test should know nothing. */
  private static final Pattern NOW =
      Pattern.compile(
          "(java\\.time\\.)?Instant\\.now\\(\\)|Clock\\.(system|tick).*|new Date\\(\\)"
              + "|System\\.currentTimeMillis\\(\\)|.*Calendar\\.getInstance\\(.*");

  /** The files, or folders, that may read the time, and why the day does not matter there. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "benchmarks/src/main/java/dev/gatehouse/benchmarks/start/report/Report.java",
          "the report carries its date",
          "local/src/main/java/dev/gatehouse/local/lambda/runtime/EnvironmentVariables.java",
          "AWS_LAMBDA_LOG_STREAM_NAME begins with the day",
          "email-rules/src/test/java/dev/gatehouse/emailrules/lists/DisposableListAge.java",
          "no test: the build prints the age of the list",
          "clients/src/test/java",
          "clocks of clients, which follow the emulator's",
          "local/src/test/java",
          "queues and tokens in real time, compared with nothing but themselves",
          "integration-tests/src/test/java/dev/gatehouse/integrationtests/userrows",
          "durations and time limits",
          "integration-tests/src/test/java/dev/gatehouse/integrationtests/start/LocalBuildIT.java",
          "times of files, older and newer than others",
          "integration-tests/src/test/java/dev/gatehouse/integrationtests/pictures",
          "signatures have whole seconds, and the test waits for the next",
          "integration-tests/src/test/java/dev/gatehouse/integrationtests/clients/Inbox.java",
          "a time limit",
          "integration-tests/src/test/java/dev/gatehouse/integrationtests/api/ApiErrorsIT.java",
          "a token that expired a minute ago");

  @Test
  void noTestDependsOnTheDay() throws IOException {
    Set<String> used = new TreeSet<>();
    List<String> others = new ArrayList<>();
    forEachCall(
        (file, call) -> {
          boolean isTest = file.contains("/src/test/");
          if (TODAY.matcher(call).matches() || (isTest && NOW.matcher(call).matches())) {
            ALLOWED.keySet().stream()
                .filter(file::startsWith)
                .findFirst()
                .ifPresentOrElse(used::add, () -> others.add(file + ": " + call));
          }
        });
    assertThat(others).as("give it a Clock, or name it in ALLOWED with the reason").isEmpty();
    assertThat(used).as("reads no time any more: take it off ALLOWED").isEqualTo(ALLOWED.keySet());
  }

  @Test
  void dateOfAClockIsNoDateOfToday() {
    assertThat("LocalDate.now(clock)").doesNotMatch(TODAY);
    assertThat("LocalDate.now()").matches(TODAY);
    assertThat("LocalDate.now(ZoneOffset.UTC)").matches(TODAY);
  }

  private interface Calls {
    void accept(String file, String call);
  }

  /** Calls back with each method call and creation of an object, and its file from the root. */
  private static void forEachCall(Calls calls) throws IOException {
    SourceTree.parsed()
        .scan(
            new TreePathScanner<>() {
              @Override
              public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree in) {
                accept(call, in);
                return super.visitMethodInvocation(call, in);
              }

              @Override
              public Void visitNewClass(NewClassTree creation, CompilationUnitTree in) {
                accept(creation, in);
                return super.visitNewClass(creation, in);
              }

              private void accept(ExpressionTree call, CompilationUnitTree in) {
                Path file = Repository.ROOT.relativize(Path.of(in.getSourceFile().toUri()));
                calls.accept(file.toString(), call.toString());
              }
            });
  }
}
