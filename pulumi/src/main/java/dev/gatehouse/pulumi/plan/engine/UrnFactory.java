package dev.gatehouse.pulumi.plan.engine;

import java.util.List;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/** The URNs of the resources of one stack, in the format of Pulumi. */
public record UrnFactory(String project, String stack) {
  /**
   * Returns the URN of a resource. The type in it is qualified by the types of all components
   * around the resource.
   *
   * @param parent the URN of the parent; empty for the stack itself
   */
  String urn(String parent, String type, String name) {
    String parentType = parent.isEmpty() ? "" : parent.split("::", 4)[2];
    boolean inComponent = !parentType.isEmpty() && !parentType.equals(RegisteredResource.STACK);
    String qualifiedType = inComponent ? parentType + "$" + type : type;
    return "urn:pulumi:%s::%s::%s::%s".formatted(stack, project, qualifiedType, name);
  }

  /**
   * Returns the URNs that a resource had before, sorted; a part without an old value is current.
   */
  List<String> aliases(RegisterResourceRequest request) {
    Stream<String> specified =
        request.getAliasesList().stream()
            .map(alias -> alias.hasSpec() ? urn(alias.getSpec(), request) : alias.getUrn());
    return Stream.concat(request.getAliasURNsList().stream(), specified)
        .distinct()
        .sorted()
        .toList();
  }

  private String urn(Alias.Spec spec, RegisterResourceRequest request) {
    String oldParent = spec.getParentUrn().isEmpty() ? request.getParent() : spec.getParentUrn();
    return new UrnFactory(
            spec.getProject().isEmpty() ? project : spec.getProject(),
            spec.getStack().isEmpty() ? stack : spec.getStack())
        .urn(
            spec.getNoParent() ? "" : oldParent,
            spec.getType().isEmpty() ? request.getType() : spec.getType(),
            spec.getName().isEmpty() ? request.getName() : spec.getName());
  }
}
