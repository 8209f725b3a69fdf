package dev.gatehouse.local;

import dev.gatehouse.local.EmulatorOptions.Issuer;
import dev.gatehouse.local.browser.HostCheck;
import dev.gatehouse.local.browser.OriginCheck;
import dev.gatehouse.local.browser.WebAccess;
import dev.gatehouse.local.demo.DemoPages;
import dev.gatehouse.local.http.HttpPort;
import dev.gatehouse.local.http.PortInUse;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ports of the emulator.
 *
 * @param demo null for no demo
 * @param https null for no port for TLS
 */
record Ports(HttpPort api, HttpPort aws, @Nullable HttpPort demo, @Nullable HttpsEndpoint https) {

  /** Returns the address that clients discover. */
  URI issuer(Issuer issuer) {
    return issuer == Issuer.https && https != null ? https.port().url() : aws.url();
  }

  EmulatorInfo info(Plan plan, List<String> functions) {
    return EmulatorInfo.of(
        plan,
        new EmulatorInfo.Endpoints(api.url(), aws.url(), demo == null ? null : demo.url(), https),
        functions);
  }

  void serve(
      Service services,
      Service gateway,
      EmulatorInfo info,
      WebAccess web,
      Predicate<Request> ofBucket) {
    Service guarded = new OriginCheck(web.origins(), services, ofBucket);
    aws.serve(new HostCheck(web.hosts(), guarded));
    if (https != null) {
      https.port().serve(new HostCheck(web.hosts(), guarded));
    }
    if (demo != null) {
      DemoPages pages = new DemoPages(info, info.apiUrl() + " " + info.awsUrl());
      demo.serve(new HostCheck(web.hosts(), pages));
    }
    api.serve(new HostCheck(web.hosts(), gateway));
  }

  /** Binds every port; throws {@link StartupFailed} with a line for each that is in use. */
  static Ports bind(EmulatorOptions options, OpenResources resources) {
    List<String> inUse = new ArrayList<>();
    HttpPort api = bind(resources, PortOption.API, options.apiPort(), inUse);
    HttpPort aws = bind(resources, PortOption.AWS, options.awsPort(), inUse);
    HttpPort demo = bindDemo(resources, options.demoPort(), inUse);
    HttpsEndpoint https =
        options.httpsPort().isPresent() ? bindHttps(options, resources, inUse) : null;
    if (!inUse.isEmpty() || api == null || aws == null) {
      throw new StartupFailed(String.join("\n", inUse));
    }
    return new Ports(api, aws, demo, https);
  }

  /** Binds a port; adds an error to the list and returns null if the port is in use. */
  private static @Nullable HttpPort bind(
      OpenResources resources, PortOption option, int port, List<String> inUse) {
    try {
      return resources.add(HttpPort.bind(port));
    } catch (PortInUse e) {
      inUse.add(option.inUse(port));
      return null;
    }
  }

  /** Binds the port of the demo; returns null if it is in use, which is an error if it was set. */
  private static @Nullable HttpPort bindDemo(
      OpenResources resources, EmulatorOptions.DemoPort port, List<String> inUse) {
    List<String> errors = port.required() ? inUse : new ArrayList<>();
    return bind(resources, PortOption.DEMO, port.number(), errors);
  }

  /** Binds the port for TLS; adds an error to the list and returns null if it is in use. */
  private static @Nullable HttpsEndpoint bindHttps(
      EmulatorOptions options, OpenResources resources, List<String> inUse) {
    int port = options.httpsPort().orElseThrow();
    try {
      HttpsEndpoint https = HttpsEndpoint.bind(port, options.root().resolve("local/target/tls"));
      resources.add(https.port());
      return https;
    } catch (PortInUse e) {
      inUse.add(PortOption.HTTPS.inUse(port));
      return null;
    }
  }
}
