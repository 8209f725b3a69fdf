package dev.gatehouse.dynamodb.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A value of an attribute. Equality is DynamoDB's: numbers numerically, sets in any order. */
public sealed interface AttributeValue {

  /** Returns the name of the type on the wire. */
  String type();

  /** A string. */
  record S(String value) implements AttributeValue {
    @Override
    public String type() {
      return "S";
    }
  }

  /** A number, without trailing zeros. */
  record N(BigDecimal value) implements AttributeValue {
    public N {
      value = Numbers.canonical(value);
    }

    @Override
    public String type() {
      return "N";
    }
  }

  /** Bytes. */
  record B(Binary value) implements AttributeValue {
    @Override
    public String type() {
      return "B";
    }
  }

  /** True or false. */
  record Bool(boolean value) implements AttributeValue {
    @Override
    public String type() {
      return "BOOL";
    }
  }

  /** The null value. */
  record Null() implements AttributeValue {
    @Override
    public String type() {
      return "NULL";
    }
  }

  /** A set of strings, in the order of their bytes. */
  record SS(List<String> members) implements AttributeValue {
    /** Returns a set with the different ones of these members. */
    public static SS of(Collection<String> members) {
      TreeSet<String> sorted = new TreeSet<>(Utf8.ORDER);
      sorted.addAll(members);
      return new SS(List.copyOf(sorted));
    }

    @Override
    public String type() {
      return "SS";
    }
  }

  /** A set of numbers, ascending. */
  record NS(List<BigDecimal> members) implements AttributeValue {
    /** Returns a set with the different ones of these members. */
    public static NS of(Collection<BigDecimal> members) {
      TreeSet<BigDecimal> sorted = new TreeSet<>();
      members.forEach(member -> sorted.add(Numbers.canonical(member)));
      return new NS(List.copyOf(sorted));
    }

    @Override
    public String type() {
      return "NS";
    }
  }

  /** A set of bytes, in their order. */
  record BS(List<Binary> members) implements AttributeValue {
    /** Returns a set with the different ones of these members. */
    public static BS of(Collection<Binary> members) {
      return new BS(List.copyOf(new TreeSet<>(members)));
    }

    @Override
    public String type() {
      return "BS";
    }
  }

  /** A list. */
  record L(List<AttributeValue> elements) implements AttributeValue {
    public L {
      elements = List.copyOf(elements);
    }

    @Override
    public String type() {
      return "L";
    }
  }

  /** A map, in the order in which it was written. */
  record M(Map<String, AttributeValue> entries) implements AttributeValue {
    public M {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String type() {
      return "M";
    }
  }
}
