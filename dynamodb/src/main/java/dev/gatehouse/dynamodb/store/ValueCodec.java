package dev.gatehouse.dynamodb.store;

import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Binary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

/** The bytes of attribute values in the file. */
final class ValueCodec {

  private ValueCodec() {}

  static void write(WriteBuffer to, Map<String, AttributeValue> values) {
    to.putVarInt(values.size());
    values.forEach(
        (name, value) -> {
          string(to, name);
          write(to, value);
        });
  }

  static Map<String, AttributeValue> readMap(ByteBuffer from) {
    int size = DataUtils.readVarInt(from);
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = string(from);
      values.put(name, read(from));
    }
    return values;
  }

  private static void write(WriteBuffer to, AttributeValue value) {
    switch (value) {
      case AttributeValue.S s -> string(to.put((byte) 'S'), s.value());
      case AttributeValue.N n -> number(to.put((byte) 'N'), n.value());
      case AttributeValue.B b -> binary(to.put((byte) 'B'), b.value());
      case AttributeValue.Bool bool -> to.put((byte) (bool.value() ? 't' : 'f'));
      case AttributeValue.Null none -> to.put((byte) '0');
      case AttributeValue.SS ss -> list(to.put((byte) 's'), ss.members(), ValueCodec::string);
      case AttributeValue.NS ns -> list(to.put((byte) 'n'), ns.members(), ValueCodec::number);
      case AttributeValue.BS bs -> list(to.put((byte) 'b'), bs.members(), ValueCodec::binary);
      case AttributeValue.L l -> list(to.put((byte) 'L'), l.elements(), ValueCodec::write);
      case AttributeValue.M m -> write(to.put((byte) 'M'), m.entries());
    }
  }

  private static AttributeValue read(ByteBuffer from) {
    byte type = from.get();
    return switch (type) {
      case 'S' -> new AttributeValue.S(string(from));
      case 'N' -> new AttributeValue.N(number(from));
      case 'B' -> new AttributeValue.B(binary(from));
      case 't' -> new AttributeValue.Bool(true);
      case 'f' -> new AttributeValue.Bool(false);
      case '0' -> new AttributeValue.Null();
      case 's' -> new AttributeValue.SS(list(from, ValueCodec::string));
      case 'n' -> new AttributeValue.NS(list(from, ValueCodec::number));
      case 'b' -> new AttributeValue.BS(list(from, ValueCodec::binary));
      case 'L' -> new AttributeValue.L(list(from, ValueCodec::read));
      case 'M' -> new AttributeValue.M(readMap(from));
      default -> throw new IllegalStateException("unknown type " + type + " in the store's file");
    };
  }

  private static <T> void list(WriteBuffer to, List<T> list, BiConsumer<WriteBuffer, T> element) {
    to.putVarInt(list.size());
    list.forEach(each -> element.accept(to, each));
  }

  private static <T> List<T> list(ByteBuffer from, Function<ByteBuffer, T> element) {
    int size = DataUtils.readVarInt(from);
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(element.apply(from));
    }
    return List.copyOf(list);
  }

  private static void string(WriteBuffer to, String text) {
    to.putVarInt(text.length()).putStringData(text, text.length());
  }

  private static String string(ByteBuffer from) {
    return DataUtils.readString(from, DataUtils.readVarInt(from));
  }

  private static void binary(WriteBuffer to, Binary bytes) {
    to.putVarInt(bytes.length()).put(bytes.bytes());
  }

  private static Binary binary(ByteBuffer from) {
    byte[] bytes = new byte[DataUtils.readVarInt(from)];
    from.get(bytes);
    return Binary.of(bytes);
  }

  private static void number(WriteBuffer to, BigDecimal number) {
    byte[] digits = number.unscaledValue().toByteArray();
    to.putInt(number.scale()).putVarInt(digits.length).put(digits);
  }

  private static BigDecimal number(ByteBuffer from) {
    int scale = from.getInt();
    byte[] digits = new byte[DataUtils.readVarInt(from)];
    from.get(digits);
    return new BigDecimal(new BigInteger(digits), scale);
  }
}
