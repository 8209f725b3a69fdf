"""boto3: signs in by USER_PASSWORD_AUTH, as it has no SRP."""

import boto3
from emulator import (
    CLIENT_ID,
    NEW_PASSWORD,
    PASSWORD,
    REGION,
    URL,
    USER_POOL_ID,
    check,
    claims,
    code_for,
    follow_clock,
    move_clock,
    new_user,
    refusal,
    report_version,
    step,
    totp,
)

report_version("boto3")
follow_clock()

client = boto3.client(
    "cognito-idp",
    endpoint_url=URL,
    region_name=REGION,
    aws_access_key_id="any",
    aws_secret_access_key="credentials",
)
username = new_user("boto3")
tokens = {}


def initiate(password):
    return client.initiate_auth(
        ClientId=CLIENT_ID,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": password},
    )


def sign_up():
    result = client.sign_up(
        ClientId=CLIENT_ID,
        Username=username,
        Password=PASSWORD,
        UserAttributes=[{"Name": "email", "Value": username}],
    )
    check(not result["UserConfirmed"] and result["UserSub"], result)


def confirm():
    client.confirm_sign_up(
        ClientId=CLIENT_ID, Username=username, ConfirmationCode=code_for(username)
    )


def sign_in():
    tokens.update(initiate(PASSWORD)["AuthenticationResult"])
    user = client.get_user(AccessToken=tokens["AccessToken"])
    check({"Name": "email", "Value": username} in user["UserAttributes"], "another user")


def refresh():
    result = client.get_tokens_from_refresh_token(
        ClientId=CLIENT_ID, RefreshToken=tokens["RefreshToken"]
    )
    tokens.update(result["AuthenticationResult"])


def refresh_after_expiry():
    move_clock("PT61M")
    error = refusal(lambda: client.get_user(AccessToken=tokens["AccessToken"]))
    check(isinstance(error, client.exceptions.NotAuthorizedException), repr(error))
    refresh()
    client.get_user(AccessToken=tokens["AccessToken"])


def change_password():
    client.change_password(
        PreviousPassword=PASSWORD,
        ProposedPassword=NEW_PASSWORD,
        AccessToken=tokens["AccessToken"],
    )
    tokens.update(initiate(NEW_PASSWORD)["AuthenticationResult"])


def authenticator_app():
    token = tokens["AccessToken"]
    secret = client.associate_software_token(AccessToken=token)["SecretCode"]
    result = client.verify_software_token(AccessToken=token, UserCode=totp(secret))
    check(result["Status"] == "SUCCESS", result["Status"])
    client.set_user_mfa_preference(
        AccessToken=token, SoftwareTokenMfaSettings={"Enabled": True, "PreferredMfa": True}
    )
    challenge = initiate(NEW_PASSWORD)
    check(challenge.get("ChallengeName") == "SOFTWARE_TOKEN_MFA", challenge)
    move_clock("PT1M")
    result = client.respond_to_auth_challenge(
        ClientId=CLIENT_ID,
        ChallengeName=challenge["ChallengeName"],
        Session=challenge["Session"],
        ChallengeResponses={"USERNAME": username, "SOFTWARE_TOKEN_MFA_CODE": totp(secret)},
    )
    tokens.update(result["AuthenticationResult"])


def groups():
    group = "from-boto3"
    client.create_group(UserPoolId=USER_POOL_ID, GroupName=group)
    client.admin_add_user_to_group(UserPoolId=USER_POOL_ID, GroupName=group, Username=username)
    refresh()
    for token in (tokens["AccessToken"], tokens["IdToken"]):
        check(claims(token).get("cognito:groups") == [group], "no group")


def sign_out():
    client.global_sign_out(AccessToken=tokens["AccessToken"])
    error = refusal(refresh)
    check(isinstance(error, client.exceptions.NotAuthorizedException), repr(error))


step("sign-up", sign_up)
step("confirm", confirm)
step("sign-in", sign_in)
step("refresh after expiry", refresh_after_expiry)
step("change password", change_password)
step("TOTP", authenticator_app)
step("groups in the token", groups)
step("sign-out", sign_out)
