package dev.gatehouse.local.cognito.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a CSV file by AWS's rules: values have no quotation marks, and a comma in a value has a
 * backslash before it.
 */
record CsvRow(List<String> values) {

  static CsvRow of(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (next == '\\' && i + 1 < line.length() && line.charAt(i + 1) == ',') {
        value.append(line.charAt(++i));
      } else if (next == ',') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(next);
      }
    }
    values.add(value.toString());
    return new CsvRow(List.copyOf(values));
  }

  /** Returns the values that are not blank, by column. */
  Map<String, String> by(List<String> columns) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!values.get(i).isBlank()) {
        named.put(columns.get(i), values.get(i));
      }
    }
    return named;
  }
}
