package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table of docs/emulators.md: a row for each check, a column for each emulator with its
 * version. The runs against the emulators write it and compare themselves with it.
 */
final class EmulatorTable {
  static final Path DOCUMENT = Repository.ROOT.resolve("docs/emulators.md");

  private static final String HEAD = "| check |";

  private final List<String> before = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private EmulatorTable() {}

  /** Reads the table of a document; it begins with the line of its column heads. */
  static EmulatorTable of(List<String> document) {
    EmulatorTable table = new EmulatorTable();
    for (String line : document) {
      boolean inTable = line.startsWith(HEAD) || (!table.rows.isEmpty() && line.startsWith("|"));
      if (inTable && table.after.isEmpty()) {
        table.rows.add(cells(line));
      } else {
        (table.rows.isEmpty() ? table.before : table.after).add(line);
      }
    }
    if (table.rows.isEmpty()) {
      throw new IllegalStateException("there is no line that begins with " + HEAD);
    }
    return table;
  }

  static EmulatorTable read() {
    try {
      return of(Files.readAllLines(DOCUMENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return new ArrayList<>(
        Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
            .map(String::strip)
            .toList());
  }

  /** Returns the checks, in the order of the rows. */
  List<String> checks() {
    return rows.stream().skip(2).map(List::getFirst).toList();
  }

  /** Returns the emulators with their versions, in the order of the columns. */
  List<String> emulators() {
    return rows.getFirst().stream().skip(1).toList();
  }

  /** Returns a cell, empty if there is no such row or column. */
  Optional<String> result(String check, String emulator) {
    int column = rows.getFirst().indexOf(emulator);
    return column < 0
        ? Optional.empty()
        : rows.stream()
            .skip(2)
            .filter(row -> row.getFirst().equals(check))
            .map(row -> row.get(column))
            .findFirst();
  }

  /** Writes a cell; the column is renamed if it has another version of the emulator. */
  void set(String check, EmulatorKind kind, String emulator, String result) {
    int column = column(kind);
    rows.getFirst().set(column, emulator);
    row(check).set(column, result);
  }

  private int column(EmulatorKind kind) {
    List<String> heads = rows.getFirst();
    for (int column = 1; column < heads.size(); column++) {
      if (heads.get(column).startsWith(kind.title())) {
        return column;
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).add(row == 1 ? "---" : "");
    }
    return heads.size() - 1;
  }

  private List<String> row(String check) {
    for (List<String> row : rows) {
      if (row.getFirst().equals(check)) {
        return row;
      }
    }
    List<String> row = new ArrayList<>(List.of(check));
    while (row.size() < rows.getFirst().size()) {
      row.add("");
    }
    rows.add(row);
    return row;
  }

  /** Returns the lines of the document. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(before);
    rows.forEach(
        row ->
            lines.add(
                row.get(0).equals("---") ? rule(row) : "| " + String.join(" | ", row) + " |"));
    lines.addAll(after);
    return lines;
  }

  private static String rule(List<String> row) {
    return "|" + String.join("|", row) + "|";
  }

  void write() {
    try {
      Files.write(DOCUMENT, lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
