// Command api serves POST /user/profile as ApiHandler does: it resolves the access token and returns the row of its user.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type function struct {
	table string
	users *cognitoidentityprovider.Client
	rows  *dynamodb.Client
}

type question struct {
	AccessToken string `json:"access_token" binding:"required"`
}

type profile struct {
	Sub           string `json:"sub"`
	Email         string `json:"email"`
	EmailVerified bool   `json:"emailVerified"`
	Locale        string `json:"locale,omitempty"`
	GivenName     string `json:"givenName,omitempty"`
	FamilyName    string `json:"familyName,omitempty"`
	CreatedAt     string `json:"createdAt"`
	ConfirmedAt   string `json:"confirmedAt"`
	UpdatedAt     string `json:"updatedAt"`
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
	f := function{
		table: table,
		users: cognitoidentityprovider.NewFromConfig(loaded),
		rows:  dynamodb.NewFromConfig(loaded),
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.POST("/user/profile", f.profile)
	adapter := ginadapter.New(engine)
	lambda.Start(func(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return adapter.ProxyWithContext(ctx, request)
	})
}

func (f function) profile(c *gin.Context) {
	var asked question
	if err := c.ShouldBindJSON(&asked); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"code": "INVALID_REQUEST"})
		return
	}
	holder, err := f.users.GetUser(c.Request.Context(), &cognitoidentityprovider.GetUserInput{
		AccessToken: aws.String(asked.AccessToken),
	})
	if err != nil {
		refuse(c, err)
		return
	}
	found, err := f.rows.GetItem(c.Request.Context(), &dynamodb.GetItemInput{
		TableName: aws.String(f.table),
		Key:       map[string]types.AttributeValue{"sub": &types.AttributeValueMemberS{Value: sub(holder)}},
	})
	if err != nil {
		refuse(c, err)
		return
	}
	if len(found.Item) == 0 {
		c.JSON(http.StatusNotFound, gin.H{"code": "USER_NOT_FOUND"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"profile": shown(found.Item)})
}

func refuse(c *gin.Context, err error) {
	var refused *cognito.NotAuthorizedException
	if errors.As(err, &refused) {
		c.JSON(http.StatusUnauthorized, gin.H{"code": "NOT_AUTHORIZED"})
		return
	}
	c.JSON(http.StatusInternalServerError, gin.H{"code": "INTERNAL"})
}

func sub(holder *cognitoidentityprovider.GetUserOutput) string {
	for _, attribute := range holder.UserAttributes {
		if aws.ToString(attribute.Name) == "sub" {
			return aws.ToString(attribute.Value)
		}
	}
	return aws.ToString(holder.Username)
}

func shown(item map[string]types.AttributeValue) profile {
	verified, _ := item["emailVerified"].(*types.AttributeValueMemberBOOL)
	return profile{
		Sub:           text(item["sub"]),
		Email:         text(item["email"]),
		EmailVerified: verified != nil && verified.Value,
		Locale:        text(item["locale"]),
		GivenName:     text(item["givenName"]),
		FamilyName:    text(item["familyName"]),
		CreatedAt:     text(item["createdAt"]),
		ConfirmedAt:   text(item["confirmedAt"]),
		UpdatedAt:     text(item["updatedAt"]),
	}
}

func text(value types.AttributeValue) string {
	if member, ok := value.(*types.AttributeValueMemberS); ok {
		return member.Value
	}
	return ""
}
