package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.Provider;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.DomainSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import org.jspecify.annotations.Nullable;

/**
 * The region from which CloudFront takes certificates, us-east-1.
 *
 * @param provider null if the stack is in that region, or has no certificate for CloudFront
 */
public record CloudFrontRegion(@Nullable Provider provider) {
  /** Declares a provider for the region if the stack needs one. */
  public static CloudFrontRegion of(StackConfig config) {
    boolean needed = config.domain().edge() || !config.hostedUi().host().isEmpty();
    boolean sameRegion =
        config.domain().region().equals(DomainSettings.CLOUDFRONT_CERTIFICATE_REGION);
    return new CloudFrontRegion(
        needed && !sameRegion
            ? new Provider(
                DomainSettings.CLOUDFRONT_CERTIFICATE_REGION,
                config.provider().in(DomainSettings.CLOUDFRONT_CERTIFICATE_REGION))
            : null);
  }

  /** Returns options for a resource of this region inside a component. */
  public CustomResourceOptions inside(Resource parent) {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder().parent(parent);
    return provider == null ? options.build() : options.provider(provider).build();
  }
}
