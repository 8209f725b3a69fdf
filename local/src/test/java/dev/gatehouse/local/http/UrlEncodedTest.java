package dev.gatehouse.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UrlEncodedTest {

  @Test
  void valuesOfANameAreInOrder() {
    assertThat(UrlEncoded.decode("b=2&a=1&b=3&flag&empty="))
        .hasToString("{b=[2, 3], a=[1], flag=[], empty=[]}");
  }

  @Test
  void plusAndPercentAreDecoded() {
    assertThat(UrlEncoded.decode("name=Jane+Doe&mail=a%2Bb%40c").toString())
        .isEqualTo("{name=[Jane Doe], mail=[a+b@c]}");
  }

  @Test
  void emptyTextHasNoFields() {
    assertThat(UrlEncoded.decode(null)).isEmpty();
    assertThat(UrlEncoded.decode("")).isEmpty();
  }

  @Test
  void malformedEscapeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> UrlEncoded.decode("a=%zz"));
  }
}
