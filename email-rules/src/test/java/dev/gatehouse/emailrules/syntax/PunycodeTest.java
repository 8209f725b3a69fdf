package dev.gatehouse.emailrules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PunycodeTest {
  @ParameterizedTest
  @CsvSource({
    "bücher, bcher-kva",
    "straße, strae-oqa",
    "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
    "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
    "למההםפשוטלאמדבריםעברית, 4dbcagdahymbxekheh6e0a7fei0b",
    "3年b組金八先生, 3b-ww4c5e180e575a65lsy2b",
    "-> $1.00 <-ü, '-> $1.00 <--3hb'",
    "😉, n28h",
  })
  void samplesOfTheRfcAreEncodedAndDecoded(String unicode, String encoded) {
    assertThat(Punycode.encode(unicode)).isEqualTo(encoded);
    assertThat(Punycode.decode(encoded)).isEqualTo(unicode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "z", "99999999", "a-99999999999999999999", "ab-ü", "a-_", "A-KVA"})
  void malformedTextIsNotDecoded(String encoded) {
    assertThat(Punycode.decode(encoded)).isNull();
  }

  @Test
  void encodedTextIsDecodedToItself() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder label = new StringBuilder();
      for (int letter = random.nextInt(20); letter >= 0; letter--) {
        label.appendCodePoint(random.nextInt(Character.MIN_SURROGATE));
      }
      assertThat(Punycode.decode(Punycode.encode(label.toString()))).hasToString(label.toString());
    }
  }
}
