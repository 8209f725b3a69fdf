package dev.gatehouse.triggers.profilepicture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.dynamodb.DynamoDbPictureStates;
import dev.gatehouse.users.pictures.PictureKeys;
import dev.gatehouse.users.pictures.PictureStates;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.s3.S3PictureStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The function that the bucket tells of each upload: it makes the user's picture of it, or notes
 * why not, and deletes the upload. Told twice, it does so again, or finds the upload gone.
 */
public final class ProfilePictureHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final PictureStore store;
  private final PictureStates states;
  private final Clock clock;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing
   */
  public ProfilePictureHandler() {
    this(
        S3PictureStore.from(FunctionSettings.ofProcess()),
        DynamoDbPictureStates.from(FunctionSettings.ofProcess()),
        Clock.systemUTC(),
        InvocationLog.of("profile-picture"));
  }

  ProfilePictureHandler(PictureStore store, PictureStates states, Clock clock, InvocationLog log) {
    this.store = store;
    this.states = states;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    for (Upload upload : Upload.of(event)) {
      Invocation invocation = log.start(context);
      try {
        invocation.ended(process(upload, invocation));
      } catch (RuntimeException failure) {
        invocation.failedBy(failure);
        invocation.ended(Outcome.error("failed", "PICTURE_FAILED"));
        // Lambda invokes the function again; the failure's own message may quote the key.
        throw new IllegalStateException(
            "The upload was not processed: see the log line of this invocation");
      }
    }
    return Map.of();
  }

  private Outcome process(Upload upload, Invocation invocation) {
    Optional<String> sub = PictureKeys.uploader(upload.key());
    if (sub.isEmpty()) {
      return Outcome.error("refused", "KEY_UNKNOWN");
    }
    invocation.about(sub.get());
    if (upload.size() > PictureStore.MAX_BYTES) {
      // The signed length forbids it; so large a file would fill the memory.
      return refused(upload, sub.get(), PictureResult.Refusal.PICTURE_TOO_LARGE);
    }
    return store
        .uploaded(upload.key())
        .map(file -> processed(upload, sub.get(), PictureMaker.make(file)))
        .orElseGet(() -> Outcome.of("gone"));
  }

  private Outcome processed(Upload upload, String sub, PictureResult result) {
    return switch (result) {
      case PictureResult.Refused refused -> refused(upload, sub, refused.code());
      case PictureResult.Made made -> published(upload, sub, made);
    };
  }

  private Outcome refused(Upload upload, String sub, PictureResult.Refusal code) {
    states.refused(sub, code.name(), clock.instant());
    store.discard(upload.key());
    return Outcome.refused(code.name()).countedAs("PicturesRefused");
  }

  /**
   * Of a user who was erased meanwhile nothing stays: the row says so after the picture is there.
   */
  private Outcome published(Upload upload, String sub, PictureResult.Made picture) {
    store.publish(sub, picture.type(), picture.file());
    boolean known = states.accepted(sub, clock.instant());
    if (!known) {
      store.delete(sub);
    }
    store.discard(upload.key());
    return known
        ? Outcome.of("published").countedAs("PicturesPublished")
        : Outcome.of("discarded").withCode("USER_ROW_MISSING");
  }
}
