"""boto3: waiters, paginators and errors of DynamoDB, against a table of its own."""

import time

import boto3
from emulator import REGION, URL, check, refusal, report_version, step

report_version("boto3")

SETTINGS = {
    "endpoint_url": URL,
    "region_name": REGION,
    "aws_access_key_id": "any",
    "aws_secret_access_key": "credentials",
}
client = boto3.client("dynamodb", **SETTINGS)
TABLE = f"boto3-{time.time_ns()}"
ITEMS = 25


def item(number):
    return {"pk": {"S": "a"}, "sk": {"N": str(number)}}


def create():
    client.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    client.get_waiter("table_exists").wait(TableName=TABLE)


def count(operation, **members):
    pages = client.get_paginator(operation).paginate(
        TableName=TABLE, PaginationConfig={"PageSize": 7}, **members
    )
    sizes = [len(page["Items"]) for page in pages]
    check(sum(sizes) == ITEMS and len(sizes) > 3, f"{sizes}")


def read_pages():
    # The resource's writer sends batches, and again what is unprocessed.
    table = boto3.resource("dynamodb", **SETTINGS).Table(TABLE)
    with table.batch_writer() as batch:
        for number in range(ITEMS):
            batch.put_item(Item={"pk": "a", "sk": number})
    count("scan")
    count(
        "query",
        KeyConditionExpression="pk = :p",
        ExpressionAttributeValues={":p": {"S": "a"}},
    )
    names = [
        name
        for page in client.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 1})
        for name in page["TableNames"]
    ]
    check(TABLE in names, names)


def fail_condition():
    error = refusal(
        lambda: client.put_item(
            TableName=TABLE,
            Item=item(1),
            ConditionExpression="attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    )
    check(isinstance(error, client.exceptions.ConditionalCheckFailedException), repr(error))
    check(error.response["Item"] == item(1), error.response)


def cancel_transaction():
    puts = [
        {
            "Put": {
                "TableName": TABLE,
                "Item": item(number),
                "ConditionExpression": "attribute_not_exists(pk)",
            }
        }
        for number in (100, 1)
    ]
    error = refusal(lambda: client.transact_write_items(TransactItems=puts))
    check(isinstance(error, client.exceptions.TransactionCanceledException), repr(error))
    codes = [reason["Code"] for reason in error.response["CancellationReasons"]]
    check(codes == ["None", "ConditionalCheckFailed"], codes)


def delete():
    client.delete_table(TableName=TABLE)
    client.get_waiter("table_not_exists").wait(TableName=TABLE)


step("table created", create)
step("pages", read_pages)
step("failed condition", fail_condition)
step("canceled transaction", cancel_transaction)
step("table deleted", delete)
