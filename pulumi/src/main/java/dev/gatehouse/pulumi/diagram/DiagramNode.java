package dev.gatehouse.pulumi.diagram;

import dev.gatehouse.pulumi.diagram.ResourceStyle.Shape;

/**
 * A node of the diagram.
 *
 * @param border the class of its border: protected, existing or empty
 */
record DiagramNode(String id, DiagramGroup group, Shape shape, String label, String border) {
  /** Returns the node of a resource of the stack. */
  static DiagramNode of(PlanResource resource, ResourceStyle style) {
    boolean merged = style.shape() == Shape.MERGED;
    String key = resource.shortType() + (merged ? "" : "_" + resource.name());
    return new DiagramNode(
        key.replaceAll("\\W", "_"),
        style.group(),
        style.shape(),
        merged ? style.label() + "s" : resource.name() + "\n" + style.label(),
        resource.protect() ? "protected" : "");
  }
}
