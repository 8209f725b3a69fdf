package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.outputs.GetZoneResult;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The existing hosted zone of Route 53 that contains every name of the stack. */
public record HostedZone(Output<String> id) {
  private static final int VALIDATION_TTL_SECONDS = 60;
  private static final int TTL_SECONDS = 600;

  /** Looks up the hosted zone of the stack. */
  public static HostedZone of(StackConfig config) {
    String name = config.domain().hostedZone();
    return new HostedZone(
        name.isEmpty()
            ? Output.of("")
            : Route53Functions.getZone(GetZoneArgs.builder().name(name).build())
                .applyValue(GetZoneResult::zoneId));
  }

  /** Declares an alias record that leads a name to a resource of AWS. */
  public Record alias(
      String resource, String name, AliasTarget target, CustomResourceOptions options) {
    return new Record(
        resource,
        RecordArgs.builder()
            .zoneId(id)
            .name(name)
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(target.name())
                    .zoneId(target.zoneId())
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        options);
  }

  /** The name of a resource of AWS and the hosted zone of that name. */
  public record AliasTarget(Output<String> name, Output<String> zoneId) {}

  /** Declares a CNAME record that proves control of the domain; the record may already exist. */
  public Record validation(
      String resource, Output<String> name, Output<String> value, CustomResourceOptions options) {
    return new Record(
        resource,
        args(name, "CNAME", value).ttl(VALIDATION_TTL_SECONDS).allowOverwrite(true).build(),
        options);
  }

  /** Declares a record with one value. */
  public Record record(
      String resource,
      String name,
      String type,
      Output<String> value,
      CustomResourceOptions options) {
    return new Record(
        resource, args(Output.of(name), type, value).ttl(TTL_SECONDS).build(), options);
  }

  /** Declares a record with one value, which another stack of the domain may have declared too. */
  public Record sharedRecord(
      String resource,
      String name,
      String type,
      Output<String> value,
      CustomResourceOptions options) {
    return new Record(
        resource,
        args(Output.of(name), type, value).ttl(TTL_SECONDS).allowOverwrite(true).build(),
        options);
  }

  private RecordArgs.Builder args(Output<String> name, String type, Output<String> value) {
    return RecordArgs.builder()
        .zoneId(id)
        .name(name)
        .type(type)
        .records(value.applyValue(List::of));
  }
}
