"""pycognito: signs in by SRP and verifies every token, with the endpoint as issuer."""

from emulator import (
    CLIENT_ID,
    NEW_PASSWORD,
    PASSWORD,
    REGION,
    URL,
    USER_POOL_ID,
    check,
    claims as claims_of,
    code_for,
    follow_clock,
    move_clock,
    new_user,
    refusal,
    report_version,
    step,
    totp,
)
from pycognito import AWSSRP, Cognito
from pycognito.aws_srp import generate_hash_device
from pycognito.exceptions import SoftwareTokenMFAChallengeException

report_version("pycognito")
follow_clock()

username = new_user("pycognito")
client = Cognito(
    USER_POOL_ID,
    CLIENT_ID,
    user_pool_region=REGION,
    username=username,
    access_key="any",
    secret_key="credentials",
    boto3_client_kwargs={"endpoint_url": URL},
)


def sign_up():
    client.set_base_attributes(email=username)
    result = client.register(username, PASSWORD)
    check(not result["UserConfirmed"] and result["UserSub"], result)


def confirm():
    client.confirm_sign_up(code_for(username), username)


def sign_in():
    client.authenticate(password=PASSWORD)
    client.verify_tokens()
    check(client.get_user()._data["email"] == username, "another user")


def refresh_after_expiry():
    before = client.access_token
    move_clock("PT61M")
    check(client.check_token(), "the token is not expired")
    check(client.access_token != before, "the token is the old one")
    client.get_user()


def change_password():
    client.change_password(PASSWORD, NEW_PASSWORD)
    client.authenticate(password=NEW_PASSWORD)


def authenticator_app():
    secret = client.associate_software_token()
    check(client.verify_software_token(totp(secret), "phone"), "the code is refused")
    client.set_user_mfa_preference(False, True, "SOFTWARE_TOKEN")
    challenge = refusal(lambda: client.authenticate(password=NEW_PASSWORD))
    check(isinstance(challenge, SoftwareTokenMFAChallengeException), repr(challenge))
    move_clock("PT1M")
    client.respond_to_software_token_mfa_challenge(totp(secret))


def groups():
    client.client.create_group(UserPoolId=USER_POOL_ID, GroupName="from-pycognito")
    client.admin_add_user_to_group(username, "from-pycognito")
    client.renew_access_token()
    for claims in (client.access_claims, client.id_claims):
        check(claims.get("cognito:groups") == ["from-pycognito"], "no group")


def sign_out():
    refresh_token = client.refresh_token
    client.logout()
    client.refresh_token = refresh_token
    refusal(client.renew_access_token)


def remembered_device():
    """Its confirm_device has AWS's address built in, so boto3 sends what it computes."""
    api = client.client
    pool = api.create_user_pool(
        PoolName="devices", DeviceConfiguration={"DeviceOnlyRememberedOnUserPrompt": False}
    )["UserPool"]["Id"]
    app = api.create_user_pool_client(UserPoolId=pool, ClientName="devices")
    app_id = app["UserPoolClient"]["ClientId"]
    api.admin_create_user(UserPoolId=pool, Username="jane")
    api.admin_set_user_password(
        UserPoolId=pool, Username="jane", Password=PASSWORD, Permanent=True
    )
    user = {
        "username": "jane",
        "password": PASSWORD,
        "pool_id": pool,
        "client_id": app_id,
        "client": api,
    }
    result = AWSSRP(**user).authenticate_user()["AuthenticationResult"]
    key = result["NewDeviceMetadata"]["DeviceKey"]
    group = result["NewDeviceMetadata"]["DeviceGroupKey"]
    device_password, verifier = generate_hash_device(group, key)
    api.confirm_device(
        AccessToken=result["AccessToken"],
        DeviceKey=key,
        DeviceName="phone",
        DeviceSecretVerifierConfig=verifier,
    )
    device = {
        "device_key": key,
        "device_group_key": group,
        "device_password": device_password,
    }
    again = AWSSRP(**user, **device).authenticate_user()["AuthenticationResult"]
    check(claims_of(again["AccessToken"]).get("device_key") == key, "another device")
    check("NewDeviceMetadata" not in again, "a new device")


step("sign-up", sign_up)
step("confirm", confirm)
step("sign-in", sign_in)
step("refresh after expiry", refresh_after_expiry)
step("change password", change_password)
step("TOTP", authenticator_app)
step("groups in the token", groups)
step("sign-out", sign_out)
step("remembered device", remembered_device)
