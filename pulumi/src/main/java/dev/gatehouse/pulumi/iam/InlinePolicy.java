package dev.gatehouse.pulumi.iam;

import com.pulumi.core.Output;

/**
 * An inline policy for the role of a function.
 *
 * @param name the name within the role
 * @param document the JSON of the policy
 */
public record InlinePolicy(String name, Output<String> document) {}
