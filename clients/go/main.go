// The AWS SDK for Go v2: signs in by USER_PASSWORD_AUTH, as it has no SRP.
package main

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"runtime/debug"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

const (
	module      = "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	password    = "Correct-horse-9"
	newPassword = "Correct-horse-10"
	group       = "from-aws-sdk-go"
)

var (
	endpoint = os.Getenv("GATEHOUSE_AWS_URL")
	poolID   = aws.String(os.Getenv("GATEHOUSE_USER_POOL_ID"))
	clientID = aws.String(os.Getenv("GATEHOUSE_CLIENT_ID"))
	username = aws.String(fmt.Sprintf("aws-sdk-go-%d@example.com", time.Now().UnixNano()))
	codeForm = regexp.MustCompile(`[^#\w](\d{6})\b`)
	ctx      = context.Background()
)

// program is the client with the tokens of its user.
type program struct {
	client  *cognito.Client
	access  *string
	id      *string
	refresh *string
}

func main() {
	p := &program{client: cognito.New(cognito.Options{
		BaseEndpoint: aws.String(endpoint),
		Region:       "us-east-1",
		Credentials:  credentials.NewStaticCredentialsProvider("any", "credentials", ""),
	})}
	reportVersion()
	step("sign-up", p.signUp)
	step("confirm", p.confirm)
	step("sign-in", p.signIn)
	step("refresh after expiry", p.refreshAfterExpiry)
	step("change password", p.changePassword)
	step("TOTP", p.authenticatorApp)
	step("groups in the token", p.groups)
	step("sign-out", p.signOut)
}

func (p *program) signUp() error {
	result, err := p.client.SignUp(ctx, &cognito.SignUpInput{
		ClientId:       clientID,
		Username:       username,
		Password:       aws.String(password),
		UserAttributes: []types.AttributeType{{Name: aws.String("email"), Value: username}},
	})
	if err == nil && result.UserConfirmed {
		return errors.New("the user is confirmed")
	}
	return err
}

func (p *program) confirm() error {
	code, err := codeFor(*username)
	if err != nil {
		return err
	}
	_, err = p.client.ConfirmSignUp(ctx, &cognito.ConfirmSignUpInput{
		ClientId: clientID, Username: username, ConfirmationCode: aws.String(code),
	})
	return err
}

func (p *program) initiate(password string) (*cognito.InitiateAuthOutput, error) {
	return p.client.InitiateAuth(ctx, &cognito.InitiateAuthInput{
		ClientId:       clientID,
		AuthFlow:       types.AuthFlowTypeUserPasswordAuth,
		AuthParameters: map[string]string{"USERNAME": *username, "PASSWORD": password},
	})
}

func (p *program) keep(result *types.AuthenticationResultType) error {
	if result == nil {
		return errors.New("no tokens")
	}
	p.access, p.id = result.AccessToken, result.IdToken
	if result.RefreshToken != nil {
		p.refresh = result.RefreshToken
	}
	return nil
}

func (p *program) signIn() error {
	result, err := p.initiate(password)
	if err != nil {
		return err
	}
	if err := p.keep(result.AuthenticationResult); err != nil {
		return err
	}
	return p.getUser()
}

func (p *program) getUser() error {
	user, err := p.client.GetUser(ctx, &cognito.GetUserInput{AccessToken: p.access})
	if err != nil {
		return err
	}
	for _, attribute := range user.UserAttributes {
		if *attribute.Name == "email" && *attribute.Value == *username {
			return nil
		}
	}
	return errors.New("another user")
}

func (p *program) refreshTokens() error {
	result, err := p.client.GetTokensFromRefreshToken(ctx, &cognito.GetTokensFromRefreshTokenInput{
		ClientId: clientID, RefreshToken: p.refresh,
	})
	if err != nil {
		return err
	}
	return p.keep(result.AuthenticationResult)
}

func (p *program) refreshAfterExpiry() error {
	if err := moveClock("PT61M"); err != nil {
		return err
	}
	if err := refused(p.getUser()); err != nil {
		return err
	}
	if err := p.refreshTokens(); err != nil {
		return err
	}
	return p.getUser()
}

func (p *program) changePassword() error {
	_, err := p.client.ChangePassword(ctx, &cognito.ChangePasswordInput{
		PreviousPassword: aws.String(password),
		ProposedPassword: aws.String(newPassword),
		AccessToken:      p.access,
	})
	if err != nil {
		return err
	}
	result, err := p.initiate(newPassword)
	if err != nil {
		return err
	}
	return p.keep(result.AuthenticationResult)
}

func (p *program) authenticatorApp() error {
	secret, err := p.client.AssociateSoftwareToken(ctx,
		&cognito.AssociateSoftwareTokenInput{AccessToken: p.access})
	if err != nil {
		return err
	}
	if _, err = p.client.VerifySoftwareToken(ctx, &cognito.VerifySoftwareTokenInput{
		AccessToken: p.access, UserCode: aws.String(totp(*secret.SecretCode)),
	}); err != nil {
		return err
	}
	if _, err = p.client.SetUserMFAPreference(ctx, &cognito.SetUserMFAPreferenceInput{
		AccessToken: p.access,
		SoftwareTokenMfaSettings: &types.SoftwareTokenMfaSettingsType{
			Enabled: true, PreferredMfa: true,
		},
	}); err != nil {
		return err
	}
	challenge, err := p.initiate(newPassword)
	if err != nil {
		return err
	}
	if err := moveClock("PT1M"); err != nil {
		return err
	}
	result, err := p.client.RespondToAuthChallenge(ctx, &cognito.RespondToAuthChallengeInput{
		ClientId:      clientID,
		ChallengeName: challenge.ChallengeName,
		Session:       challenge.Session,
		ChallengeResponses: map[string]string{
			"USERNAME": *username, "SOFTWARE_TOKEN_MFA_CODE": totp(*secret.SecretCode),
		},
	})
	if err != nil {
		return err
	}
	return p.keep(result.AuthenticationResult)
}

func (p *program) groups() error {
	if _, err := p.client.CreateGroup(ctx, &cognito.CreateGroupInput{
		UserPoolId: poolID, GroupName: aws.String(group),
	}); err != nil {
		return err
	}
	if _, err := p.client.AdminAddUserToGroup(ctx, &cognito.AdminAddUserToGroupInput{
		UserPoolId: poolID, GroupName: aws.String(group), Username: username,
	}); err != nil {
		return err
	}
	if err := p.refreshTokens(); err != nil {
		return err
	}
	for _, token := range []*string{p.access, p.id} {
		if fmt.Sprint(claims(*token)["cognito:groups"]) != "["+group+"]" {
			return errors.New("no group")
		}
	}
	return nil
}

func (p *program) signOut() error {
	if _, err := p.client.GlobalSignOut(ctx,
		&cognito.GlobalSignOutInput{AccessToken: p.access}); err != nil {
		return err
	}
	return refused(p.refreshTokens())
}

// refused expects Cognito's NotAuthorizedException.
func refused(err error) error {
	var notAuthorized *types.NotAuthorizedException
	if errors.As(err, &notAuthorized) {
		return nil
	}
	return fmt.Errorf("not refused: %v", err)
}

func reportVersion() {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			report(map[string]any{"version": dependency.Version[1:]})
		}
	}
}

// step runs a step and prints whether it passes; the next one runs in any case.
func step(name string, action func() error) {
	if err := action(); err != nil {
		report(map[string]any{"step": name, "passed": false, "error": err.Error()})
	} else {
		report(map[string]any{"step": name, "passed": true})
	}
}

func report(line map[string]any) {
	text, _ := json.Marshal(line)
	fmt.Println(string(text))
}

func send(method, path string, body any, result any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, endpoint+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %d %s", method, path, response.StatusCode, answer)
	}
	if err == nil && result != nil {
		err = json.Unmarshal(answer, result)
	}
	return err
}

// codeFor returns the code in the newest mail to an address; it waits until there is one.
func codeFor(email string) (string, error) {
	var inbox struct {
		Messages []struct {
			Body struct {
				HTML string `json:"html_part"`
			}
		}
	}
	for range 100 {
		if err := send("GET", "/_aws/ses?email="+url.QueryEscape(email), nil, &inbox); err != nil {
			return "", err
		}
		if n := len(inbox.Messages); n > 0 {
			if code := codeForm.FindStringSubmatch(inbox.Messages[n-1].Body.HTML); code != nil {
				return code[1], nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "", errors.New("no mail with a code")
}

func moveClock(duration string) error {
	return send("PUT", "/_gatehouse/clock", map[string]string{"forward": duration}, nil)
}

// totp returns the code of an authenticator app (RFC 6238), by the emulator's clock.
func totp(secret string) string {
	var clock struct{ Now time.Time }
	if err := send("GET", "/_gatehouse/clock", nil, &clock); err != nil {
		return err.Error()
	}
	key, _ := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	mac := hmac.New(sha1.New, key)
	_ = binary.Write(mac, binary.BigEndian, clock.Now.Unix()/30)
	digest := mac.Sum(nil)
	number := binary.BigEndian.Uint32(digest[digest[19]&15:]) & 0x7fffffff
	return fmt.Sprintf("%06d", number%1_000_000)
}

// claims returns the claims of a token, unverified.
func claims(token string) map[string]any {
	var parsed map[string]any
	parts := bytes.Split([]byte(token), []byte("."))
	text, _ := base64.RawURLEncoding.DecodeString(string(parts[1]))
	_ = json.Unmarshal(text, &parsed)
	return parsed
}
