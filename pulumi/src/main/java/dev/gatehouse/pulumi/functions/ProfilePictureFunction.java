package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.inputs.BucketNotificationLambdaFunctionArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.data.PicturesBucket;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;

/** The function that makes pictures of uploads, which the bucket tells of each. */
public final class ProfilePictureFunction {
  private static final int TIMEOUT_SECONDS = 30;

  /** Whoever waits longer uploads again. */
  private static final int MAXIMUM_EVENT_AGE_SECONDS = 60 * 60;

  private ProfilePictureFunction() {}

  /** Declares the function and the notification, or nothing if the stack has no pictures. */
  public static void of(JavaFunctions functions, UserStorage storage) {
    PicturesBucket pictures = storage.pictures();
    if (!pictures.exists()) {
      return;
    }
    JavaFunction function = function(functions, storage);
    function.limitEventAge(MAXIMUM_EVENT_AGE_SECONDS);
    Permission permission = function.addPermission("pictures", "s3.amazonaws.com", pictures.arn());
    new BucketNotification(
        "pictures",
        BucketNotificationArgs.builder()
            .bucket(pictures.name())
            .lambdaFunctions(
                BucketNotificationLambdaFunctionArgs.builder()
                    .id("uploads")
                    .lambdaFunctionArn(function.arn())
                    .events("s3:ObjectCreated:*")
                    .filterPrefix(PicturesBucket.INCOMING)
                    .build())
            .build(),
        // S3 refuses a function that it may not invoke.
        CustomResourceOptions.builder().dependsOn(permission).build());
  }

  private static JavaFunction function(JavaFunctions functions, UserStorage storage) {
    PicturesBucket pictures = storage.pictures();
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy("dynamodb:UpdateItem"));
    policies.addAll(pictures.uploadPolicy("s3:DeleteObject", "s3:GetObject"));
    policies.addAll(pictures.picturePolicy("s3:DeleteObject", "s3:PutObject"));
    // Without it S3 says 403 for an upload that is gone, as after an event that comes twice.
    policies.addAll(pictures.bucketPolicy("s3:ListBucket"));
    return functions.create(
        new FunctionSpec(
            FunctionModule.PROFILE_PICTURE,
            TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .withOutputs(pictures.variables())
                .variables(),
            policies));
  }
}
