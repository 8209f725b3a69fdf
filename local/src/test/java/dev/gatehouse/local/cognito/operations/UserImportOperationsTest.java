package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserImportOperationsTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/import";

  private final TestCognito cognito = new TestCognito();

  private Reply create() {
    return cognito.call(
        "CreateUserImportJob",
        json("JobName", "rebuild", "UserPoolId", POOL, "CloudWatchLogsRoleArn", ROLE));
  }

  private Reply job(String operation, String id) {
    return cognito.call(operation, json("UserPoolId", POOL, "JobId", id));
  }

  private int upload(String url, String file, Map<String, List<String>> headers) {
    return cognito
        .cognito
        .handle(
            new Request(
                "PUT",
                URI.create(url).getPath(),
                Map.of(),
                headers,
                "127.0.0.1",
                file.getBytes(UTF_8)))
        .status();
  }

  private List<String> header() {
    return cognito
        .call("GetCSVHeader", json("UserPoolId", POOL))
        .json()
        .getAsJsonArray("CSVHeader")
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private String row(Map<String, String> values) {
    return header().stream()
        .map(column -> values.getOrDefault(column, ""))
        .collect(Collectors.joining(","));
  }

  private String user(String email, String verified) {
    return row(
        Map.of(
            "cognito:username", email,
            "email", email,
            "email_verified", verified,
            "name", "Doe\\, Jane",
            "cognito:mfa_enabled", "false"));
  }

  private Reply imported(String... rows) {
    Reply created = create();
    String id = created.text("UserImportJob", "JobId");
    String file =
        Stream.concat(Stream.of(String.join(",", header())), Stream.of(rows))
            .collect(Collectors.joining("\n"));
    assertThat(
            upload(
                created.text("UserImportJob", "PreSignedUrl"),
                file,
                Map.of("x-amz-server-side-encryption", List.of("aws:kms"))))
        .isEqualTo(200);
    assertThat(job("StartUserImportJob", id).text("UserImportJob", "Status")).isEqualTo("Pending");
    return job("DescribeUserImportJob", id);
  }

  @Test
  void usersAreCreatedWithoutAPasswordAndOthersAreCounted() {
    cognito.confirmed("there@example.com");
    Reply done =
        imported(
            user("new@example.com", "true"),
            user("there@example.com", "true"),
            user("unverified@example.com", "false"),
            "too,few");
    assertThat(done.text("UserImportJob", "Status")).isEqualTo("Succeeded");
    assertThat(done.text("UserImportJob", "ImportedUsers")).isEqualTo("1");
    assertThat(done.text("UserImportJob", "SkippedUsers")).isEqualTo("1");
    assertThat(done.text("UserImportJob", "FailedUsers")).isEqualTo("2");
    Reply user =
        cognito.call("AdminGetUser", json("UserPoolId", POOL, "Username", "new@example.com"));
    assertThat(user.text("UserStatus")).isEqualTo("RESET_REQUIRED");
    assertThat(user.json().toString()).contains("Doe, Jane");
    assertThat(cognito.signIn("new@example.com", TestCognito.PASSWORD).status()).isEqualTo(400);
  }

  @Test
  void importedUserSetsAPasswordByMail() {
    imported(user("new@example.com", "true"));
    Reply asked =
        cognito.call(
            "ForgotPassword", json("ClientId", TestCognito.CLIENT, "Username", "new@example.com"));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
  }

  @Test
  void fileAboveTheQuotaOfRowsFailsAsAWhole() {
    Reply done = imported(user("new@example.com", "true"), "a\n".repeat(500_000));
    assertThat(done.text("UserImportJob", "Status")).isEqualTo("Failed");
    assertThat(done.text("UserImportJob", "CompletionMessage")).contains("more than 500000 users");
    assertThat(done.text("UserImportJob", "ImportedUsers")).isEqualTo("0");
  }

  @Test
  void otherHeaderFailsAsAWhole() {
    Reply created = create();
    upload(
        created.text("UserImportJob", "PreSignedUrl"),
        "email,cognito:username\na@example.com,a@example.com",
        Map.of("x-amz-server-side-encryption", List.of("aws:kms")));
    String id = created.text("UserImportJob", "JobId");
    job("StartUserImportJob", id);
    assertThat(job("DescribeUserImportJob", id).text("UserImportJob", "CompletionMessage"))
        .contains("GetCSVHeader");
  }

  @Test
  void jobWithoutAFileIsNotStarted() {
    Reply refused = job("StartUserImportJob", create().text("UserImportJob", "JobId"));
    assertThat(refused.type()).isEqualTo("PreconditionNotMetException");
  }

  @Test
  void fileNeedsTheHeaderThatTheUrlSignsAndComesInTime() {
    String url = create().text("UserImportJob", "PreSignedUrl");
    assertThat(upload(url, "a", Map.of())).isEqualTo(403);
    cognito.clock.pass(Duration.ofMinutes(16));
    assertThat(upload(url, "a", Map.of("x-amz-server-side-encryption", List.of("aws:kms"))))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"import-unknown", "import-0"})
  void unknownJobIsNotFound(String id) {
    assertThat(job("DescribeUserImportJob", id).type()).isEqualTo("ResourceNotFoundException");
  }
}
