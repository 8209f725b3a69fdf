package dev.gatehouse.triggers.poolexport;

import dev.gatehouse.triggers.poolexport.ExportPool.ListedGroup;
import dev.gatehouse.triggers.poolexport.ExportPool.ListedUser;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of an export, each a JSON object that says of which kind it is. */
final class ExportLines {
  private static final JsonStream JSON = JsonStream.builder().build();

  private ExportLines() {}

  /** Returns the line of a user. */
  static String user(ListedUser user, @Nullable String userId) {
    BufferedJsonWriter json = begin("user");
    text(json, "userId", userId == null ? user.sub() : userId);
    text(json, "sub", user.sub());
    text(json, "userName", user.userName());
    text(json, "status", user.status());
    json.name("enabled");
    json.value(user.enabled());
    text(json, "createdAt", user.createdAt().toString());
    text(json, "modifiedAt", user.modifiedAt().toString());
    json.name("attributes");
    json.beginObject();
    for (Map.Entry<String, String> attribute : new TreeMap<>(user.attributes()).entrySet()) {
      text(json, attribute.getKey(), attribute.getValue());
    }
    json.endObject();
    return end(json);
  }

  /** Returns the line of a group. */
  static String group(ListedGroup group) {
    BufferedJsonWriter json = begin("group");
    text(json, "group", group.name());
    text(json, "description", group.description());
    if (group.precedence() != null) {
      json.name("precedence");
      json.value(group.precedence().intValue());
    }
    text(json, "roleArn", group.roleArn());
    return end(json);
  }

  /** Returns the line of a user of a group. */
  static String member(String group, String userName) {
    BufferedJsonWriter json = begin("member");
    text(json, "group", group);
    text(json, "userName", userName);
    return end(json);
  }

  /** Returns the manifest of a complete export. */
  static String manifest(Export whole, String finishedAt) {
    BufferedJsonWriter json = begin("manifest");
    text(json, "userPoolId", whole.poolId());
    text(json, "begunAt", whole.begunAt().toString());
    text(json, "finishedAt", finishedAt);
    number(json, "parts", whole.parts());
    number(json, "users", whole.counts().users());
    number(json, "unconfirmed", whole.counts().unconfirmed());
    number(json, "groups", whole.counts().groups());
    number(json, "members", whole.counts().members());
    text(json, "sha256", whole.sha256());
    return end(json);
  }

  private static BufferedJsonWriter begin(String kind) {
    BufferedJsonWriter json = JSON.bufferedWriter();
    json.beginObject();
    text(json, "kind", kind);
    return json;
  }

  private static String end(BufferedJsonWriter json) {
    json.endObject();
    return json.result();
  }

  private static void text(BufferedJsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }

  private static void number(BufferedJsonWriter json, String name, long value) {
    json.name(name);
    json.value(value);
  }
}
