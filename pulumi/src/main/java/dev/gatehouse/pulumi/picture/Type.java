package dev.gatehouse.pulumi.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says how resources of one type are shown.
 *
 * @param label what AWS calls it
 * @param shape as what it is drawn
 * @param arrows what its dependencies mean
 * @param people how people meet it
 * @param detail what its box says of it, with {@code {inputs}} filled in
 * @param purpose what it is for, with {@code {inputs}} filled in
 */
record Type(
    String name,
    Group group,
    String label,
    Shape shape,
    Arrows arrows,
    People people,
    String detail,
    String purpose) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** Is a box of its own, one box for all of the type, or a part of the box it belongs to. */
  enum Shape {
    BOX,
    STACK,
    PART
  }

  /** Is whether it acts on what it depends on, is acted on by that, or neither. */
  enum Arrows {
    TO,
    FROM,
    NONE
  }

  /** Is whether people come to it, it comes to people, or neither. */
  enum People {
    COME,
    RECEIVE,
    NONE
  }

  String detailOf(Resource resource) {
    return filled(detail, resource, "");
  }

  /**
   * Returns what this resource is for.
   *
   * @param owner the name of the component that it is in, or else its own
   */
  String purposeOf(Resource resource, String owner) {
    return filled(purpose, resource, owner);
  }

  private static String filled(String text, Resource resource, String owner) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), resource, owner)));
  }

  private static String value(String place, Resource resource, String owner) {
    return switch (place) {
      case "called" -> resource.name();
      case "owner" -> owner;
      default -> resource.input(place);
    };
  }
}
