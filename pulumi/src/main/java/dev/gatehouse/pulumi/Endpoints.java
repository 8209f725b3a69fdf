package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.api.SignUpRestApi;
import dev.gatehouse.pulumi.cognito.HostedUiDomain;
import dev.gatehouse.pulumi.cognito.HostedUiDowntime;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.domain.CloudFrontRegion;
import dev.gatehouse.pulumi.domain.CustomDomain;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The URLs of the API and of the hosted UI.
 *
 * @param outputs by the name of the stack output; without those that the stack does not serve
 */
record Endpoints(Map<String, Output<?>> outputs) {
  /**
   * Declares the domains of both.
   *
   * @param warn receives what becomes of the hosted UI
   */
  static Endpoints of(
      StackConfig config,
      HostedZone zone,
      SignUpUserPool pool,
      SignUpRestApi api,
      Consumer<String> warn) {
    CloudFrontRegion cloudFront = CloudFrontRegion.of(config);
    Map<String, Output<?>> outputs = new TreeMap<>();
    List<Resource> domain = List.of();
    outputs.put("URL", api.invokeUrl());
    if (config.domain().isCustom()) {
      domain = List.of(new CustomDomain(config.domain(), zone, cloudFront, api.id(), api.stage()));
      outputs.put("URL", Output.of("https://" + config.domain().name()));
    }
    if (!config.restApi().executeApiEndpointDisabled()) {
      outputs.put("invokeUrl", api.invokeUrl());
    }
    if (config.hostedUi().isEnabled()) {
      Output<String> poolId = HostedUiDowntime.announced(config.hostedUi(), pool.id(), warn);
      outputs.put("hostedUiUrl", HostedUiDomain.of(config, zone, cloudFront, poolId, domain));
    }
    return new Endpoints(outputs);
  }
}
