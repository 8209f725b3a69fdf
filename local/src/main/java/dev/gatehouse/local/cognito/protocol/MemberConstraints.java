package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Flag;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The constraints that Cognito's API reference gives for members of requests. */
public final class MemberConstraints {
  /** Letters, marks, symbols, numbers and punctuation. */
  private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

  private static final Pattern NO_SPACE = Pattern.compile("[\\S]+");

  public static final Constraint CLIENT_ID = new Text(1, 128, Pattern.compile("[\\w+]+"), true);
  public static final Constraint USERNAME = new Text(1, 128, PRINTABLE, true);
  public static final Constraint PASSWORD = new Text(0, 256, NO_SPACE, true);
  public static final Constraint CONFIRMATION_CODE = new Text(1, 2048, NO_SPACE, false);
  public static final Constraint SECRET_HASH = new Text(1, 128, Pattern.compile("[\\w+=/]+"), true);
  public static final Constraint TOKEN =
      new Text(0, Integer.MAX_VALUE, Pattern.compile("[A-Za-z0-9-_=.]+"), true);
  public static final Constraint CLIENT_SECRET = new Text(24, 64, Pattern.compile("[\\w+]+"), true);
  public static final Constraint USER_POOL_ID =
      new Text(1, 55, Pattern.compile("[\\w-]+_[0-9a-zA-Z]+"), false);
  public static final Constraint SESSION = new Text(20, 2048, null, true);
  public static final Constraint RESOURCE_NAME =
      new Text(1, 128, Pattern.compile("[\\w\\s+=,.@-]+"), false);
  public static final Constraint PAGINATION_TOKEN = new Text(1, Integer.MAX_VALUE, NO_SPACE, false);
  public static final Constraint ATTRIBUTE_NAME = new Text(1, 32, PRINTABLE, false);
  public static final Constraint ATTRIBUTE_LIST =
      new ListOf(new Structure(attributeMembers(), List.of("Name")));
  public static final Constraint CLIENT_METADATA = new TextMap(false);
  public static final Constraint IMPORT_JOB_ID =
      new Text(1, 55, Pattern.compile("import-[0-9a-zA-Z-]+"), false);
  public static final Constraint FLAG = new Flag();

  private MemberConstraints() {}

  private static Map<String, Constraint> attributeMembers() {
    Map<String, Constraint> members = new LinkedHashMap<>();
    members.put("Name", ATTRIBUTE_NAME);
    members.put("Value", new Text(0, 2048, null, true));
    return members;
  }
}
