// @aws-sdk/client-dynamodb: waiters, paginators and errors, against a table of its own.
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  paginateListTables,
  paginateQuery,
  paginateScan,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { check, emulator, followClock, refusal, reportVersion, step } from './emulator.mjs';

reportVersion('@aws-sdk/client-dynamodb');
await followClock();

const client = new DynamoDBClient({
  endpoint: emulator.url,
  region: emulator.region,
  credentials: { accessKeyId: 'any', secretAccessKey: 'credentials' },
});
const TableName = `aws-sdk-js-${Date.now()}`;
const waiting = { client, maxWaitTime: 30 };
const ITEMS = 25;

const item = (number) => ({ pk: { S: 'a' }, sk: { N: String(number) } });

async function count(pages) {
  let items = 0;
  let number = 0;
  for await (const page of pages) {
    items += page.Items.length;
    number += 1;
  }
  check(items === ITEMS && number > 3, `${items} items on ${number} pages`);
}

await step('table created', async () => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  const { state } = await waitUntilTableExists(waiting, { TableName });
  check(state === 'SUCCESS', state);
});

await step('pages', async () => {
  const writes = [...Array(ITEMS).keys()].map((number) => ({ PutRequest: { Item: item(number) } }));
  await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } }));
  await count(paginateScan({ client, pageSize: 7 }, { TableName }));
  await count(
    paginateQuery(
      { client, pageSize: 7 },
      {
        TableName,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': { S: 'a' } },
      },
    ),
  );
  const names = [];
  for await (const page of paginateListTables({ client, pageSize: 1 }, {})) {
    names.push(...page.TableNames);
  }
  check(names.includes(TableName), String(names));
});

await step('failed condition', async () => {
  const error = await refusal(() =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: item(1),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );
  check(error.name === 'ConditionalCheckFailedException', error.name);
  check(error.Item.sk.N === '1', JSON.stringify(error.Item));
});

await step('canceled transaction', async () => {
  const put = (number) => ({
    Put: { TableName, Item: item(number), ConditionExpression: 'attribute_not_exists(pk)' },
  });
  const error = await refusal(() =>
    client.send(new TransactWriteItemsCommand({ TransactItems: [put(100), put(1)] })),
  );
  check(error.name === 'TransactionCanceledException', error.name);
  const codes = error.CancellationReasons.map((reason) => reason.Code);
  check(String(codes) === 'None,ConditionalCheckFailed', String(codes));
});

await step('table deleted', async () => {
  await client.send(new DeleteTableCommand({ TableName }));
  const { state } = await waitUntilTableNotExists(waiting, { TableName });
  check(state === 'SUCCESS', state);
});
