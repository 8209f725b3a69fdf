// Command post-confirmation writes a confirmed user into the users table, as PostConfirmationHandler does.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type function struct {
	table  string
	client *dynamodb.Client
}

func main() {
	table := os.Getenv("USERS_TABLE")
	if table == "" {
		log.Fatal("USERS_TABLE is not set")
	}
	loaded, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	f := function{table: table, client: dynamodb.NewFromConfig(loaded)}
	lambda.Start(f.handle)
}

func (f function) handle(ctx context.Context, event events.CognitoEventUserPoolsPostConfirmation) (events.CognitoEventUserPoolsPostConfirmation, error) {
	_, err := f.client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName:           aws.String(f.table),
		Item:                row(event, time.Now().UTC().Format(time.RFC3339Nano)),
		ConditionExpression: aws.String("attribute_not_exists(email)"),
	})
	var there *types.ConditionalCheckFailedException
	if err != nil && !errors.As(err, &there) {
		return event, err
	}
	// Cognito may call again: an existing row stays unchanged.
	log.Printf(`{"function":"post-confirmation","created":%t}`, err == nil)
	return event, nil
}

func row(event events.CognitoEventUserPoolsPostConfirmation, now string) map[string]types.AttributeValue {
	attributes := event.Request.UserAttributes
	item := map[string]types.AttributeValue{
		"sub":           text(attributes["sub"]),
		"email":         text(attributes["email"]),
		"emailVerified": &types.AttributeValueMemberBOOL{Value: attributes["email_verified"] == "true"},
		"createdAt":     text(now),
		"confirmedAt":   text(now),
		"updatedAt":     text(now),
		"userName":      text(event.UserName),
		"userPoolId":    text(event.UserPoolID),
		"version":       &types.AttributeValueMemberN{Value: "1"},
	}
	for from, to := range map[string]string{"locale": "locale", "given_name": "givenName", "family_name": "familyName"} {
		if value := attributes[from]; value != "" {
			item[to] = text(value)
		}
	}
	return item
}

func text(value string) types.AttributeValue {
	return &types.AttributeValueMemberS{Value: value}
}
