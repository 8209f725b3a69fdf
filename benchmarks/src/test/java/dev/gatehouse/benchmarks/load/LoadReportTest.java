package dev.gatehouse.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoadReportTest {
  @Test
  void errorFitsIntoACell() {
    assertThat(LoadReport.cell("IOException: POST / returned 500: <!doctype html>\n<html>"))
        .isEqualTo("IOException: POST / returned 500:");
    assertThat(LoadReport.cell("a | b")).isEqualTo("a");
    assertThat(LoadReport.cell("timeout")).isEqualTo("timeout");
  }
}
