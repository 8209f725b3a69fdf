"""The AWS CLI: waiters, paging and errors of DynamoDB, against a table of its own."""

import json
import os
import pathlib
import subprocess
import sys
import time

from emulator import REGION, URL, Failed, check, report_version, step

report_version("awscli")

AWS = pathlib.Path(sys.executable).with_name("aws")
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "AWS_ACCESS_KEY_ID": "any",
    "AWS_SECRET_ACCESS_KEY": "credentials",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ENDPOINT_URL_DYNAMODB": URL,
    # No settings of the person who runs this.
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}
TABLE = f"aws-cli-{time.time_ns()}"
ITEMS = 25
PAGES = ("--table-name", TABLE, "--page-size", "7")


def run(*arguments):
    """Returns the result of a command of the CLI."""
    return subprocess.run(
        [AWS, "dynamodb", *arguments], capture_output=True, text=True, env=ENVIRONMENT, timeout=60
    )


def aws(*arguments):
    """Returns the JSON that a command prints, which has to succeed."""
    result = run(*arguments)
    if result.returncode != 0:
        raise Failed(result.stderr.strip())
    return json.loads(result.stdout or "{}")


def refused(*arguments):
    """Returns what a command that has to fail says."""
    result = run(*arguments)
    check(result.returncode != 0, f"not refused: {result.stdout}")
    return result.stderr


def item(number):
    return {"pk": {"S": "a"}, "sk": {"N": str(number)}}


def create():
    aws(
        *("create-table", "--table-name", TABLE, "--billing-mode", "PAY_PER_REQUEST"),
        *("--attribute-definitions", "AttributeName=pk,AttributeType=S"),
        "AttributeName=sk,AttributeType=N",
        *("--key-schema", "AttributeName=pk,KeyType=HASH", "AttributeName=sk,KeyType=RANGE"),
    )
    aws("wait", "table-exists", "--table-name", TABLE)


def read_pages():
    writes = [{"PutRequest": {"Item": item(number)}} for number in range(ITEMS)]
    aws("batch-write-item", "--request-items", json.dumps({TABLE: writes}))
    condition = ("--key-condition-expression", "pk = :p", "--expression-attribute-values")
    for command in (("scan",), ("query", *condition, '{":p": {"S": "a"}}')):
        found = aws(*command, *PAGES)["Items"]
        check(len(found) == ITEMS, f"{command[0]}: {len(found)} items")
    first = aws("scan", *PAGES, "--max-items", "10")
    rest = aws("scan", *PAGES, "--starting-token", first["NextToken"])["Items"]
    check(len(first["Items"]) + len(rest) == ITEMS, f"{len(first['Items'])} and {len(rest)} items")
    check(TABLE in aws("list-tables", "--page-size", "1")["TableNames"], "not listed")


def fail_condition():
    said = refused(
        *("put-item", "--table-name", TABLE, "--item", json.dumps(item(1))),
        *("--condition-expression", "attribute_not_exists(pk)"),
    )
    check("(ConditionalCheckFailedException)" in said, said)


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
    said = refused("transact-write-items", "--transact-items", json.dumps(puts))
    check("specific reasons [None, ConditionalCheckFailed]" in said, said)


def delete():
    aws("delete-table", "--table-name", TABLE)
    aws("wait", "table-not-exists", "--table-name", TABLE)


step("table created", create)
step("pages", read_pages)
step("failed condition", fail_condition)
step("canceled transaction", cancel_transaction)
step("table deleted", delete)
