package dev.gatehouse.pulumi.diagram;

/** A part of the account: a subgraph of the diagram and a section of the table. */
enum DiagramGroup {
  API("API"),
  MAIL("Mail"),
  COGNITO("Cognito"),
  FUNCTIONS("Functions"),
  DATA("Data"),
  MONITORING("Monitoring");

  final String title;

  DiagramGroup(String title) {
    this.title = title;
  }
}
