package dev.gatehouse.dynamodb.expression.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.ConditionExpression;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Binary;
import dev.gatehouse.dynamodb.value.ValueOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyRangeTest {

  private static final int ROUNDS = 200;
  private static final int KEYS = 40;

  private final Random random = new Random(20261130);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :a | SNB",
        "sk < :a | SNB",
        "sk <= :a | SNB",
        "sk > :a | SNB",
        ":a <= sk | SNB",
        "sk BETWEEN :a AND :b | SNB",
        "begins_with(sk, :a) | SB"
      })
  void keysOfARangeAreOneRunAndMeetItsCondition(String sortCondition, String types) {
    for (int i = 0; i < ROUNDS; i++) {
      check(sortCondition, types.charAt(i % types.length()));
    }
  }

  private void check(String sortCondition, char type) {
    Supplier<AttributeValue> values = () -> value(type);
    List<AttributeValue> bounds = sorted(Stream.generate(values).limit(2));
    ExpressionAttributes attributes =
        ExpressionAttributes.of(
            null,
            Map.of(":p", new AttributeValue.S("p"), ":a", bounds.get(0), ":b", bounds.get(1)));
    KeyRange range =
        TestKeys.conditions("pk = :p AND " + sortCondition, attributes)
            .against(TestKeys.key("S" + type));
    Condition condition =
        ConditionExpression.parse(ExpressionParameter.CONDITION, sortCondition).resolve(attributes);
    int last = -1;
    for (AttributeValue key : sorted(Stream.generate(values).limit(KEYS))) {
      int position = Integer.signum(range.position(List.of(key)));
      assertThat(position).as("%s after %s", key, bounds).isGreaterThanOrEqualTo(last);
      assertThat(position == 0).isEqualTo(condition.test(Map.of("sk", key)));
      last = position;
    }
  }

  private static List<AttributeValue> sorted(Stream<AttributeValue> values) {
    return values.sorted((a, b) -> ValueOrder.compare(a, b).orElseThrow()).toList();
  }

  private AttributeValue value(char type) {
    return switch (type) {
      case 'N' -> new AttributeValue.N(BigDecimal.valueOf(random.nextInt(-20, 20), 1));
      case 'B' -> {
        byte[] bytes = new byte[random.nextInt(1, 4)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(3));
        }
        yield new AttributeValue.B(Binary.of(bytes));
      }
      default -> {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
          text.appendCodePoint(new int[] {'a', 'b', 0xFFFF, 0x1F600}[random.nextInt(4)]);
        }
        yield new AttributeValue.S(text.toString());
      }
    };
  }
}
