package dev.gatehouse.local.awsjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.Constraint.Blob;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperationRegistryTest {
  private final OperationRegistry registry =
      new OperationRegistry("Service.", new RejectingErrors(), List.of(new Encode()));

  /** An operation that returns its members. */
  private static final class Encode implements Operation {
    @Override
    public RequestShape shape() {
      return RequestShape.builder()
          .required("Name", new Text(1, 3, null, false))
          .optional("Data", new Blob(1, 4))
          .ignored("DryRun")
          .build();
    }

    @Override
    public JsonElement execute(AwsRequest request) {
      int length = request.find("Data").isPresent() ? request.bytes("Data").length : 0;
      return Json.object("Name", request.text("Name"), "Length", length);
    }
  }

  /** Errors of a service that rejects unknown members. */
  private static final class RejectingErrors implements ServiceErrors {
    @Override
    public AwsException validation(String message) {
      return new AwsException("ValidationException", message);
    }

    @Override
    public AwsException unknownOperation(String target) {
      return new AwsException("UnknownOperationException", target + " is unknown");
    }

    @Override
    public Optional<AwsException> unknownMember(String operation, String member) {
      return Optional.of(new AwsException("UnsupportedOperation", operation + " has no " + member));
    }
  }

  private JsonElement execute(String target, String body) {
    return registry.execute(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of(target)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  private String error(String target, String body) {
    AwsException error = catchThrowableOfType(AwsException.class, () -> execute(target, body));
    return error.type() + ": " + error.text();
  }

  @Test
  void operationIsFoundByTheNameOfItsClass() {
    assertThat(Json.text(execute("Service.Encode", "{\"Name\":\"a\",\"Data\":\"AAEC\"}")))
        .isEqualTo("{\"Name\":\"a\",\"Length\":3}");
    assertThat(error("Service.Decode", "{}"))
        .isEqualTo("UnknownOperationException: Service.Decode is unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "{}", "[]"})
  void unknownMemberWithoutAValueIsIgnored(String value) {
    execute("Service.Encode", "{\"Name\":\"a\",\"Other\":" + value + ",\"DryRun\":true}");
  }

  @Test
  void unknownMemberWithAValueIsRejected() {
    assertThat(error("Service.Encode", "{\"Name\":\"a\",\"Other\":1}"))
        .isEqualTo("UnsupportedOperation: Encode has no Other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | ValidationException: 1 validation error detected: Value null at 'name' failed to"
            + " satisfy constraint: Member must not be null",
        "{\"Name\":\"abcd\"} | ValidationException: 1 validation error detected: Value 'abcd' at"
            + " 'name' failed to satisfy constraint: Member must have length less than or equal"
            + " to 3",
        "{\"Name\":\"a\",\"Data\":\"\"} | ValidationException: 1 validation error detected: Value"
            + " at 'data' failed to satisfy constraint: Member must have length greater than or"
            + " equal to 1",
        "{\"Name\":\"a\",\"Data\":\"?\"} | SerializationException: data is not in Base64.",
        "{\"Name\":1} | SerializationException: NUMBER_VALUE can not be converted to a String",
        "[] | SerializationException: Expected a structure or a map",
        "{ | SerializationException: The body is not JSON."
      },
      quoteCharacter = '`')
  void invalidRequestIsRejected(String body, String error) {
    assertThat(error("Service.Encode", body)).isEqualTo(error);
  }
}
