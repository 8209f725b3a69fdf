package dev.gatehouse.pulumi.picture;

/** Is a part of the account that is drawn together: in rows from top to bottom, left to right. */
enum Group {
  PEOPLE("People", 0),
  MAIL("Mail", 0),
  API("API", 1),
  COGNITO("Cognito", 1),
  FUNCTIONS("Functions", 2),
  DATA("Data", 3),
  WATCH("Watch", 3);

  final String title;
  final int row;

  Group(String title, int row) {
    this.title = title;
    this.row = row;
  }
}
