package dev.gatehouse.users;

/**
 * An attribute of a user's profile that the user may change.
 *
 * <p>The users table, the messages of deferred users, the API and the reading of Cognito's
 * attributes all derive from these constants, in this order.
 */
public enum ProfileAttribute {
  /** The language of the user, in which e-mails are written. */
  LOCALE("locale", "locale", Syntax.LANGUAGE_TAG),

  /** The given name. */
  GIVEN_NAME("givenName", "given_name", Syntax.TEXT),

  /** The family name. */
  FAMILY_NAME("familyName", "family_name", Syntax.TEXT);

  private final String attributeName;
  private final String cognitoName;
  private final Syntax syntax;

  ProfileAttribute(String attributeName, String cognitoName, Syntax syntax) {
    this.attributeName = attributeName;
    this.cognitoName = cognitoName;
    this.syntax = syntax;
  }

  /** Returns the name in the users table, in messages and in the API. */
  public String attributeName() {
    return attributeName;
  }

  /** Returns the name of Cognito's attribute; a custom attribute begins with {@code custom:}. */
  public String cognitoName() {
    return cognitoName;
  }

  /** Returns the syntax of the values that the API accepts. */
  public Syntax syntax() {
    return syntax;
  }

  /** The syntax of a value. */
  public enum Syntax {
    /** A BCP 47 language tag. */
    LANGUAGE_TAG,

    /** One line of text. */
    TEXT
  }
}
