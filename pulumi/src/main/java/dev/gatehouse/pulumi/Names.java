package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Are the addresses at which people find what the stack serves.
 *
 * @param outputs by the name under which the stack hands them out; what is not served is not there
 */
record Names(Map<String, Output<?>> outputs) {
  static Names of(StackConfig config, Zone zone, SignUpPool pool, HttpApi http) {
    CloudFrontRegion cloudFront = CloudFrontRegion.of(config);
    Map<String, Output<?>> outputs = new TreeMap<>();
    List<Resource> domain = List.of();
    outputs.put("URL", http.invokeUrl());
    if (config.domain().isCustom()) {
      domain = List.of(new CustomDomain(config.domain(), zone, cloudFront, http));
      outputs.put("URL", Output.of("https://" + config.domain().name()));
    }
    if (!config.api().closed()) {
      outputs.put("invokeUrl", http.invokeUrl());
    }
    if (config.hostedPages().isOn()) {
      outputs.put("hostedUiUrl", HostedDomain.of(config, zone, cloudFront, pool, domain));
    }
    return new Names(outputs);
  }
}
