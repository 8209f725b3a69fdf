package dev.gatehouse.pulumi.plan.engine;

import com.google.gson.JsonObject;

/** A provider of cloud resources, reduced to the two calls that a recording needs. */
public interface ResourceProvider {
  /**
   * Returns the outputs of a new resource, its id among them; throws {@link RecordingFailed} if the
   * type is not supported.
   */
  JsonObject create(RegisteredResource resource);

  /**
   * Returns the result of a lookup; throws {@link RecordingFailed} if the function is not
   * supported.
   *
   * @param function a function of the provider, such as aws:route53/getZone:getZone
   */
  JsonObject invoke(String function, JsonObject arguments);
}
