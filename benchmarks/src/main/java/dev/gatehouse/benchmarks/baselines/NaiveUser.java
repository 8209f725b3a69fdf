package dev.gatehouse.benchmarks.baselines;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** A row as a bean, whose schema is found by reflection. */
@DynamoDbBean
@JsonInclude(JsonInclude.Include.NON_NULL)
public class NaiveUser {
  private @Nullable String sub;
  private @Nullable String email;
  private @Nullable Boolean emailVerified;
  private @Nullable String createdAt;
  private @Nullable String confirmedAt;
  private @Nullable String updatedAt;
  private @Nullable String userName;
  private @Nullable String userPoolId;
  private @Nullable Long version;

  @DynamoDbPartitionKey
  public @Nullable String getSub() {
    return sub;
  }

  public void setSub(@Nullable String sub) {
    this.sub = sub;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable Boolean getEmailVerified() {
    return emailVerified;
  }

  public void setEmailVerified(@Nullable Boolean emailVerified) {
    this.emailVerified = emailVerified;
  }

  public @Nullable String getCreatedAt() {
    return createdAt;
  }

  public void setCreatedAt(@Nullable String createdAt) {
    this.createdAt = createdAt;
  }

  public @Nullable String getConfirmedAt() {
    return confirmedAt;
  }

  public void setConfirmedAt(@Nullable String confirmedAt) {
    this.confirmedAt = confirmedAt;
  }

  public @Nullable String getUpdatedAt() {
    return updatedAt;
  }

  public void setUpdatedAt(@Nullable String updatedAt) {
    this.updatedAt = updatedAt;
  }

  public @Nullable String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = userName;
  }

  public @Nullable String getUserPoolId() {
    return userPoolId;
  }

  public void setUserPoolId(@Nullable String userPoolId) {
    this.userPoolId = userPoolId;
  }

  public @Nullable Long getVersion() {
    return version;
  }

  public void setVersion(@Nullable Long version) {
    this.version = version;
  }
}
