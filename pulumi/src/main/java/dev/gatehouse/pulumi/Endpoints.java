package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.api.SignUpRestApi;
import dev.gatehouse.pulumi.cognito.HostedUiDomain;
import dev.gatehouse.pulumi.cognito.HostedUiDowntime;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.domain.CustomDomain;
import dev.gatehouse.pulumi.domain.DnsValidatedCertificate;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The URLs of the API and of the hosted UI.
 *
 * @param url the address of the API that clients use
 * @param outputs by the name of the stack output; without those that the stack does not serve
 * @param certificates the certificates of the custom domains
 */
record Endpoints(
    Output<String> url,
    Map<String, Output<?>> outputs,
    List<DnsValidatedCertificate> certificates) {
  /**
   * Declares the domains of both.
   *
   * @param warn receives what becomes of the hosted UI
   */
  static Endpoints of(
      StackConfig config,
      Regions regions,
      HostedZone zone,
      SignUpUserPool pool,
      SignUpRestApi api,
      Consumer<String> warn) {
    Map<String, Output<?>> outputs = new TreeMap<>();
    List<DnsValidatedCertificate> certificates = new ArrayList<>();
    List<Resource> domain = List.of();
    Output<String> url = api.invokeUrl();
    if (config.domain().isCustom()) {
      CustomDomain custom = new CustomDomain(config.domain(), zone, regions, api.id(), api.stage());
      domain = List.of(custom);
      certificates.add(custom.certificate());
      url = Output.of("https://" + config.domain().name());
    }
    outputs.put("URL", url);
    if (!config.restApi().executeApiEndpointDisabled()) {
      outputs.put("invokeUrl", api.invokeUrl());
    }
    if (config.hostedUi().isEnabled()) {
      Output<String> poolId = HostedUiDowntime.announced(config.hostedUi(), pool.id(), warn);
      outputs.put(
          "hostedUiUrl",
          HostedUiDomain.of(config, zone, regions, poolId, domain, certificates::add));
    }
    return new Endpoints(url, outputs, certificates);
  }
}
