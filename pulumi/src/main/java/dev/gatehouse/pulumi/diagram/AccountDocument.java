package dev.gatehouse.pulumi.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The document of the account, account.md: a Mermaid flowchart and a table of all resources. */
public final class AccountDocument {
  private static final String DOCUMENT =
      """
      # The account

      What `pulumi up` creates with the default configuration. `make picture` generates this file from `plan.json`; do not edit it.

      %s
      An arrow points from a resource to the resource that it acts on. Thick border: protected from deletion. Dashed border: exists already, not created by the stack. Resources without an arrow are only in the tables.

      %s\
      """;

  private AccountDocument() {}

  /**
   * Writes the document.
   *
   * @param args the path of plan.json and the path of the document
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), of(Files.readString(Path.of(args[0]))));
  }

  /** Returns the document for the text of a plan.json. */
  static String of(String plan) {
    ResourceStyles styles = ResourceStyles.read();
    List<PlanResource> resources = PlanResource.parse(plan);
    return DOCUMENT.formatted(
        MermaidFlowchart.of(new AccountGraph(styles, resources)),
        ResourceTable.of(styles, resources));
  }
}
