package dev.gatehouse.api.pictures;

import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.routes.UserProfiles;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.dynamodb.DynamoDbPictureStates;
import dev.gatehouse.users.pictures.PictureStates;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.s3.S3PictureStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of users: the files, and what the rows say about them. A stack without pictures has
 * neither.
 */
public record Pictures(@Nullable PictureStore store, @Nullable PictureStates states) {
  /** The pictures of a stack without any. */
  public static final Pictures NONE = new Pictures(null, null);

  /** Returns the pictures of a stack, none without {@code PICTURES_BUCKET}. */
  public static Pictures from(FunctionSettings settings) {
    return S3PictureStore.isEnabled(settings)
        ? new Pictures(S3PictureStore.from(settings), DynamoDbPictureStates.from(settings))
        : NONE;
  }

  /** Returns pictures for priming: signing sends nothing, and reads return a canned row. */
  public static Pictures forPriming(FunctionSettings settings) {
    return S3PictureStore.isEnabled(settings)
        ? new Pictures(S3PictureStore.from(settings), DynamoDbPictureStates.forPriming(settings))
        : NONE;
  }

  /** Returns the routes, none in a stack without pictures. */
  public List<Route> routes(UserProfiles profiles) {
    return store == null || states == null
        ? List.of()
        : List.of(
            new UploadPicture(store, profiles),
            new ReadPicture(store, states, profiles),
            new DeletePicture(store, states));
  }
}
