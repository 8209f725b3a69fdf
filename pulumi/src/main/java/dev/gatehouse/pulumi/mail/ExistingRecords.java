package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetRecordsPlainArgs;
import com.pulumi.aws.route53.inputs.GetZonePlainArgs;
import dev.gatehouse.pulumi.lookup.Lookup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records that a hosted zone has already, looked up before anything is declared. */
final class ExistingRecords {
  private ExistingRecords() {}

  /** Returns the values of the records whose names match one of the patterns, by name and type. */
  static Map<String, List<String>> of(String hostedZone, List<String> patterns) {
    String zone =
        Route53Functions.getZonePlain(GetZonePlainArgs.builder().name(hostedZone).build())
            .join()
            .zoneId();
    String pattern = "^(%s)\\.$".formatted(String.join("|", patterns));
    Map<String, Object> result =
        Lookup.RECORDS.now(GetRecordsPlainArgs.builder().zoneId(zone).nameRegex(pattern).build());
    Map<String, List<String>> records = new TreeMap<>();
    for (Map<?, ?> set : maps(result.get("resourceRecordSets"))) {
      String name = String.valueOf(set.get("name")).replaceAll("\\.$", "");
      records.put(name + " " + set.get("type"), values(set));
    }
    return records;
  }

  /** Returns the values, without the quotes of texts and the last dot of names. */
  private static List<String> values(Map<?, ?> set) {
    return maps(set.get("resourceRecords")).stream()
        .map(record -> String.valueOf(record.get("value")).replaceAll("^\"|\"$|\\.$", ""))
        .toList();
  }

  private static List<? extends Map<?, ?>> maps(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(item -> (Map<?, ?>) item).toList()
        : List.of();
  }
}
