package dev.gatehouse.local.awsjson;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shape of an operation's request: its members, and which of them are required. */
public record RequestShape(Structure structure, Set<String> ignored) {

  /** Returns the builder of a shape. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the members of this request; throws an error that names every violation. */
  JsonObject check(JsonElement request, ServiceErrors errors) {
    Violations violations = new Violations();
    structure.check("", request, violations);
    violations.throwIfAny(errors::validation);
    return request.getAsJsonObject();
  }

  /** Returns the members that have a value, are not in the shape and are not ignored. */
  public List<String> unknownMembers(JsonObject request) {
    return request.keySet().stream()
        .filter(member -> !structure.members().containsKey(member) && !ignored.contains(member))
        .filter(member -> !Json.isBlank(request.get(member)))
        .toList();
  }

  /** A builder of shapes. */
  public static final class Builder {
    private final Map<String, Constraint> members = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private Set<String> ignored = Set.of();

    /** Adds a required member. */
    public Builder required(String name, Constraint constraint) {
      required.add(name);
      return optional(name, constraint);
    }

    /** Adds an optional member. */
    public Builder optional(String name, Constraint constraint) {
      members.put(name, constraint);
      return this;
    }

    /** Sets the members that have no effect in the local emulator, whatever their value. */
    public Builder ignored(String... names) {
      ignored = Set.of(names);
      return this;
    }

    /** Returns the shape. */
    public RequestShape build() {
      return new RequestShape(new Structure(members, required), ignored);
    }
  }
}
