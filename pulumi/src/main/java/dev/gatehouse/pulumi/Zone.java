package dev.gatehouse.pulumi;

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

/** Is the hosted zone that holds every name of the stack; it is there already. */
record Zone(Output<String> id) {
  private static final int SHORT_LIVED = 60;
  private static final int LONG_LIVED = 600;

  static Zone of(StackConfig config) {
    String name = config.domain().hostedZone();
    return new Zone(
        name.isEmpty()
            ? Output.of("")
            : Route53Functions.getZone(GetZoneArgs.builder().name(name).build())
                .applyValue(GetZoneResult::zoneId));
  }

  /** Makes a name lead to something of AWS, which changes its addresses as it likes. */
  Record alias(String resource, String name, Target target, CustomResourceOptions options) {
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

  /** Is a name of AWS's own and the zone that it is in. */
  record Target(Output<String> name, Output<String> zoneId) {}

  /** Proves to somebody that the domain is ours; the same proof may be there already. */
  Record proof(
      String resource, Output<String> name, Output<String> value, CustomResourceOptions options) {
    return new Record(
        resource,
        record(name, "CNAME", value).ttl(SHORT_LIVED).allowOverwrite(true).build(),
        options);
  }

  Record text(
      String resource,
      String name,
      String type,
      Output<String> value,
      CustomResourceOptions options) {
    return new Record(
        resource, record(Output.of(name), type, value).ttl(LONG_LIVED).build(), options);
  }

  private RecordArgs.Builder record(Output<String> name, String type, Output<String> value) {
    return RecordArgs.builder()
        .zoneId(id)
        .name(name)
        .type(type)
        .records(value.applyValue(List::of));
  }
}
