module gatehouse.dev/benchmarks

go 1.21

require (
	github.com/aws/aws-lambda-go v1.47.0
	github.com/aws/aws-sdk-go-v2 v1.32.7
	github.com/aws/aws-sdk-go-v2/config v1.28.7
	github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider v1.48.3
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.38.1
	github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
	github.com/gin-gonic/gin v1.10.0
)
