package dev.gatehouse.dynamodb.store;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Items, as they are written to the file. */
public final class ItemType extends BasicDataType<Item> {

  public static final ItemType INSTANCE = new ItemType();

  /** About what an item takes in memory besides its values. */
  private static final int OVERHEAD = 200;

  private ItemType() {}

  @Override
  public int getMemory(Item item) {
    return OVERHEAD + 2 * item.size();
  }

  @Override
  public void write(WriteBuffer to, Item item) {
    to.putVarInt(item.size());
    ValueCodec.write(to, item.attributes());
  }

  @Override
  public Item read(ByteBuffer from) {
    int size = DataUtils.readVarInt(from);
    Map<String, AttributeValue> attributes = ValueCodec.readMap(from);
    return new Item(Collections.unmodifiableMap(attributes), size);
  }

  @Override
  public Item[] createStorage(int size) {
    return new Item[size];
  }
}
