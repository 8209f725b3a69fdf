package dev.gatehouse.local.cognito.wire;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.wire.Constraint.Flag;
import dev.gatehouse.local.cognito.wire.Constraint.ListOf;
import dev.gatehouse.local.cognito.wire.Constraint.Structure;
import dev.gatehouse.local.cognito.wire.Constraint.Text;
import dev.gatehouse.local.cognito.wire.Constraint.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Is the shape of one operation's request: its members and which of them are required. */
public record Shape(Structure structure) {
  /** Anything that reads as a name: letters, marks, symbols, numbers, punctuation. */
  private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

  private static final Pattern NO_SPACE = Pattern.compile("[\\S]+");

  public static final Constraint CLIENT_ID = new Text(1, 128, Pattern.compile("[\\w+]+"), true);
  public static final Constraint USERNAME = new Text(1, 128, PRINTABLE, true);
  public static final Constraint PASSWORD = new Text(0, 256, NO_SPACE, true);
  public static final Constraint CODE = new Text(1, 2048, NO_SPACE, false);
  public static final Constraint SECRET_HASH = new Text(1, 128, Pattern.compile("[\\w+=/]+"), true);
  public static final Constraint TOKEN =
      new Text(0, Integer.MAX_VALUE, Pattern.compile("[A-Za-z0-9-_=.]+"), true);
  public static final Constraint SECRET = new Text(24, 64, Pattern.compile("[\\w+]+"), true);
  public static final Constraint POOL_ID =
      new Text(1, 55, Pattern.compile("[\\w-]+_[0-9a-zA-Z]+"), false);
  public static final Constraint SESSION = new Text(20, 2048, null, true);
  public static final Constraint NAME = new Text(1, 128, Pattern.compile("[\\w\\s+=,.@-]+"), false);
  public static final Constraint PAGE = new Text(1, Integer.MAX_VALUE, NO_SPACE, false);
  public static final Constraint ATTRIBUTE_NAME = new Text(1, 32, PRINTABLE, false);
  public static final Constraint ATTRIBUTES =
      new ListOf(
          new Structure(
              orderedMembers("Name", ATTRIBUTE_NAME, "Value", new Text(0, 2048, null, true)),
              List.of("Name")));
  public static final Constraint METADATA = new Texts(false);
  public static final Constraint FLAG = new Flag();

  /** Starts a shape. */
  public static Builder with() {
    return new Builder();
  }

  /**
   * Throws InvalidParameterException or SerializationException if the request has another shape.
   */
  public void check(JsonElement request) {
    Violations violations = new Violations();
    structure.check("", request, violations);
    violations.raise();
  }

  private static Map<String, Constraint> orderedMembers(
      String first, Constraint firstIs, String second, Constraint secondIs) {
    Map<String, Constraint> members = new LinkedHashMap<>();
    members.put(first, firstIs);
    members.put(second, secondIs);
    return members;
  }

  /** Gathers members. */
  public static final class Builder {
    private final Map<String, Constraint> members = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** Adds a member that has to be there. */
    public Builder required(String name, Constraint constraint) {
      required.add(name);
      return optional(name, constraint);
    }

    /** Adds a member that may be left out. */
    public Builder optional(String name, Constraint constraint) {
      members.put(name, constraint);
      return this;
    }

    /** Returns the shape. */
    public Shape shape() {
      return new Shape(new Structure(members, required));
    }
  }
}
