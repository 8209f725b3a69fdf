package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.Provider;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regions of the stack: its own, the one of an existing SES identity, and the one from which
 * CloudFront takes certificates.
 */
public final class Regions {
  private final StackConfig config;
  private final Map<String, Provider> providers = new TreeMap<>();

  /** Creates the regions of a stack. */
  public Regions(StackConfig config) {
    this.config = config;
  }

  /** Returns options for a resource of a region, in the stack. */
  public CustomResourceOptions in(String region) {
    return in(region, CustomResourceOptions.builder());
  }

  /** Returns options for a resource of a region inside a component. */
  public CustomResourceOptions inside(Resource parent, String region) {
    return in(region, CustomResourceOptions.builder().parent(parent));
  }

  private CustomResourceOptions in(String region, CustomResourceOptions.Builder options) {
    return region.equals(config.domain().region())
        ? options.build()
        : options.provider(provider(region)).build();
  }

  /** Declares the provider of another region when the first resource needs it. */
  private Provider provider(String region) {
    return providers.computeIfAbsent(
        region, name -> new Provider(name, config.provider().in(name)));
  }
}
