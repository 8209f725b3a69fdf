package dev.gatehouse.pulumi.automation;

import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Alias;
import com.pulumi.resources.CustomResourceOptions;
import java.util.function.Consumer;

/** A program of two log groups, of which the engine can run another version than the recorder. */
public final class SmallProgram {
  static final String TYPE = "aws:cloudwatch/logGroup:LogGroup";
  static final String SECOND = "second";

  /** The program that is recorded. */
  static final Version RECORDED = new Version("first", 7, true);

  private SmallProgram() {}

  /**
   * A version of the program.
   *
   * @param first the name of the first log group, which was called former before
   * @param retentionDays the retention of the second one
   * @param ordered whether the second one depends on the first one
   */
  record Version(String first, int retentionDays, boolean ordered) implements Consumer<Context> {
    /** The name that the first log group had before. */
    static final String FORMER = "former";

    @Override
    public void accept(Context context) {
      LogGroup one =
          new LogGroup(
              first,
              LogGroupArgs.builder().name("one").build(),
              first.equals(FORMER)
                  ? CustomResourceOptions.Empty
                  : CustomResourceOptions.builder()
                      .aliases(Alias.builder().name(FORMER).build())
                      .build());
      CustomResourceOptions.Builder options = CustomResourceOptions.builder();
      new LogGroup(
          SECOND,
          LogGroupArgs.builder().name("two").retentionInDays(retentionDays).build(),
          ordered ? options.dependsOn(one).build() : options.build());
    }
  }
}
