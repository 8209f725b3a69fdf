/** The PreSignUp trigger: accepts or refuses a sign-up. */
@NullMarked
@Json.Import({CognitoUserPoolPreSignUpEvent.class})
package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
