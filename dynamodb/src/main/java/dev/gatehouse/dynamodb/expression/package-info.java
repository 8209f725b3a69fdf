/**
 * Expressions of DynamoDB: condition, filter, key condition, projection and update expressions,
 * from their text to objects that operations evaluate against items.
 *
 * <p>Every expression has two stages, because AWS makes other checks between them. {@code parse}
 * makes the checks that need the text alone (empty, size, syntax, redundant parentheses, functions,
 * reserved words); {@code resolve} replaces placeholders and makes the checks that need
 * ExpressionAttributeNames and ExpressionAttributeValues. Both throw {@link
 * dev.gatehouse.dynamodb.error.DynamoDbException} ({@code ofRequest}; {@code validation} for what
 * needs the table or the item); the operation adds the envelope with {@code enveloped}.
 *
 * <pre>{@code
 * MixedParameters.check(nonExpression, expression);      // names of the parameters that are there
 * var attributes = ExpressionAttributes.of(names, values); // nullable maps as sent
 * attributes.check(expressionsArePresent, suffix);       // without expression, empty, bad keys
 * var parsed = ConditionExpression.parse(ExpressionParameter.CONDITION, text);
 * Condition condition = parsed.resolve(attributes);      // condition.test(item)
 * attributes.refuseUnused(parsed);                       // all parsed expressions of the request
 *
 * Update update = UpdateExpression.parse(text).resolve(attributes);
 * update.requestCharge();                                // 3 + ..., at most 409,600
 * update.refuseKeyAttributes(keyNames, indexKeyNames);   // after the table is known
 * UpdatedItem updated = update.apply(item);              // item(), updatedOld(), updatedNew()
 *
 * Projection projection = ProjectionExpression.parse(text).resolve(attributes);
 * projection.of(item);
 *
 * KeyConditions keyConditions = KeyConditionExpression.parse(text).resolve(attributes);
 * KeyRange range = keyConditions.against(keySchema);     // partition values, sort key range
 * }</pre>
 *
 * <p>Orders: PutItem and DeleteItem parse, check ReturnValues and Expected, resolve, refuse unused
 * placeholders. UpdateItem refuses an empty ConditionExpression ({@code
 * ExpressionParameter.refuseEmpty}), an empty UpdateExpression, parses and resolves the update,
 * parses the condition, refuses unused placeholders, resolves the condition. Query parses and
 * resolves key condition, filter, projection one after the other, then refuses unused placeholders.
 *
 * <p>The legacy parameters are in {@code dev.gatehouse.dynamodb.expression.legacy} and give the
 * same {@code Condition}, {@code Update}, {@code KeyConditions} and {@code Projection}.
 */
@NullMarked
package dev.gatehouse.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
