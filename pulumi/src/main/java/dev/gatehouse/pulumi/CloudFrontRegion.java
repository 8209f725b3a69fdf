package dev.gatehouse.pulumi;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.Domain;
import dev.gatehouse.pulumi.settings.StackConfig;
import org.jspecify.annotations.Nullable;

/**
 * Is the region from which CloudFront takes certificates, whichever the stack is in.
 *
 * @param provider null where it is the stack's own region, or nobody needs it
 */
record CloudFrontRegion(@Nullable Provider provider) {
  static CloudFrontRegion of(StackConfig config) {
    boolean needed = config.domain().edge() || !config.hostedPages().host().isEmpty();
    boolean there = config.domain().region().equals(Domain.CERTIFICATES_OF_CLOUDFRONT);
    return new CloudFrontRegion(
        needed && !there
            ? new Provider(
                Domain.CERTIFICATES_OF_CLOUDFRONT,
                // A provider of one's own knows nothing of the stack's aws: settings but this.
                ProviderArgs.builder().region(Domain.CERTIFICATES_OF_CLOUDFRONT).build())
            : null);
  }

  /** Returns what puts a resource there, inside a component. */
  CustomResourceOptions inside(Resource parent) {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder().parent(parent);
    return provider == null ? options.build() : options.provider(provider).build();
  }
}
