package dev.gatehouse.dynamodb.value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader of attribute values from JSON whose types were checked. */
public final class ValueReader {

  private final Layer layer;

  /** Creates a reader that words its refusals as a layer does. */
  public ValueReader(Layer layer) {
    this.layer = layer;
  }

  /** Reads an item, a key or any other map of values. */
  public Map<String, AttributeValue> readMap(JsonObject json) {
    return readMap(json, 1);
  }

  private Map<String, AttributeValue> readMap(JsonObject json, int level) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> each : json.entrySet()) {
      values.put(each.getKey(), read(each.getValue().getAsJsonObject(), level));
    }
    return values;
  }

  /** Reads a value; throws the error of the first wrong part. */
  public AttributeValue read(JsonObject json) {
    return read(json, 1);
  }

  private AttributeValue read(JsonObject json, int level) {
    if (level >= Sizes.VERY_DEEP) {
      throw DynamoDbException.validation(Texts.NESTING);
    }
    @Nullable AttributeValue read = null;
    boolean several = false;
    for (ValueType type : ValueType.values()) {
      @Nullable JsonElement member = json.get(type.name());
      if (member != null) {
        several |= read != null;
        read = read(type, member, level);
      }
    }
    if (read == null) {
      throw DynamoDbException.validation(Texts.EMPTY_VALUE);
    }
    if (several) {
      throw DynamoDbException.validation(Texts.SEVERAL_TYPES);
    }
    return read;
  }

  private AttributeValue read(ValueType type, JsonElement member, int level) {
    return switch (type) {
      case SS -> strings(member.getAsJsonArray());
      case NS -> numbers(member.getAsJsonArray());
      case BS -> binaries(member.getAsJsonArray());
      case N -> new AttributeValue.N(Numbers.parse(member.getAsString(), layer));
      case NULL -> nullValue(member.getAsBoolean());
      case S -> new AttributeValue.S(member.getAsString());
      case B -> new AttributeValue.B(binary(member));
      case BOOL -> new AttributeValue.Bool(member.getAsBoolean());
      case L -> list(member.getAsJsonArray(), level + 1);
      case M -> new AttributeValue.M(readMap(member.getAsJsonObject(), level + 1));
    };
  }

  private static AttributeValue nullValue(boolean value) {
    if (!value) {
      throw DynamoDbException.ofRequest(Texts.NULL_FALSE);
    }
    return new AttributeValue.Null();
  }

  private AttributeValue list(JsonArray json, int level) {
    List<AttributeValue> elements = new ArrayList<>();
    for (JsonElement each : json) {
      elements.add(read(each.getAsJsonObject(), level));
    }
    return new AttributeValue.L(elements);
  }

  private AttributeValue strings(JsonArray json) {
    refuseEmpty(json, "An string set  may not be empty");
    List<String> members = new ArrayList<>();
    json.forEach(each -> members.add(each.getAsString()));
    DuplicateMembers.refuseStrings(members, layer);
    return AttributeValue.SS.of(members);
  }

  private AttributeValue numbers(JsonArray json) {
    refuseEmpty(json, "An number set  may not be empty");
    List<BigDecimal> members = new ArrayList<>();
    json.forEach(each -> members.add(Numbers.parse(each.getAsString(), layer)));
    DuplicateMembers.refuseNumbers(members, layer);
    return AttributeValue.NS.of(members);
  }

  private AttributeValue binaries(JsonArray json) {
    refuseEmpty(json, "Binary sets should not be empty");
    List<Binary> members = new ArrayList<>();
    json.forEach(each -> members.add(binary(each)));
    DuplicateMembers.refuseBinaries(members, layer);
    return AttributeValue.BS.of(members);
  }

  private static Binary binary(JsonElement json) {
    return Binary.of(Base64.getDecoder().decode(json.getAsString()));
  }

  private static void refuseEmpty(JsonArray members, String text) {
    if (members.isEmpty()) {
      throw DynamoDbException.ofRequest(Texts.INVALID_PARAMETER + text);
    }
  }

  /** The types in the order in which AWS checks those of one value. */
  private enum ValueType {
    SS,
    NS,
    BS,
    N,
    NULL,
    S,
    B,
    BOOL,
    L,
    M
  }
}
