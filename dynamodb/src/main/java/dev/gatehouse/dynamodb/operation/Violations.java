package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints of members that a request breaks, which one answer lists. */
public final class Violations {

  private static final int LISTED = 10;

  private final List<String> entries = new ArrayList<>();

  /** Adds an entry as it is. */
  public void addEntry(String entry) {
    entries.add(entry);
  }

  /** Adds a broken constraint with the value. */
  public void add(Object value, String path, String constraint) {
    entries.add(
        "Value '" + value + "' at '" + path + "' failed to satisfy constraint: " + constraint);
  }

  /** Adds a broken constraint as the current layer words it: without the value. */
  public void addCurrent(String member, String constraint) {
    entries.add("Value at '" + member + "' failed to satisfy constraint: " + constraint);
  }

  /** Adds a member that is missing. */
  public void addMissing(String path) {
    entries.add(
        "Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
  }

  /** Adds a missing member, if it is. */
  public void requirePresent(boolean present, String path) {
    if (!present) {
      addMissing(path);
    }
  }

  /** Adds a value that is not one of an enum's. */
  public void requireEnum(@Nullable String value, String path, String values) {
    if (value != null && !List.of(values.split(", ")).contains(value)) {
      add(value, path, "Member must satisfy enum value set: [" + values + "]");
    }
  }

  /** Adds a number that is smaller than the least. */
  public void requireAtLeast(@Nullable Long value, long least, String path) {
    if (value != null && value < least) {
      add(value, path, "Member must have value greater than or equal to " + least);
    }
  }

  /** Adds a number that is larger than the most. */
  public void requireAtMost(@Nullable Long value, long most, String path) {
    if (value != null && value > most) {
      add(value, path, "Member must have value less than or equal to " + most);
    }
  }

  /** Adds a text or list that is too short. */
  public void requireLength(int length, int least, int most, Object value, String path) {
    if (length < least) {
      add(value, path, "Member must have length greater than or equal to " + least);
    }
    if (length > most) {
      add(value, path, "Member must have length less than or equal to " + most);
    }
  }

  /** Throws the error with the first entry alone, if there is one. */
  public void refuseBare() {
    if (!entries.isEmpty()) {
      throw DynamoDbException.validation(entries.getFirst());
    }
  }

  /** Throws the error with all entries, if there are any. */
  public void refuse() {
    if (!entries.isEmpty()) {
      throw DynamoDbException.validation(
          entries.size()
              + (entries.size() == 1
                  ? " validation error detected: "
                  : " validation errors detected: ")
              + String.join("; ", entries.subList(0, Math.min(LISTED, entries.size()))));
    }
  }
}
