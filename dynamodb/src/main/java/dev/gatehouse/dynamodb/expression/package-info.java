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
 * MixedParameters.refuse(parameters);                      // names of the parameters that are there
 * ExpressionAttributeMaps.refuseNames(names, expressions); // nullable, as sent
 * ExpressionAttributeMaps.refuseValues(values.keySet(), expressions, suffix); // before reading them
 * var attributes = ExpressionAttributes.of(names, values);
 *
 * var parsed = ConditionExpression.parse(ExpressionParameter.CONDITION, text);
 * Condition condition = parsed.resolve(attributes);        // condition.test(item)
 * attributes.refuseUnused(parsed);                         // all expressions of the request
 * KeyPaths.refuseNested(condition.paths(), keys, indexKeys); // with the table
 *
 * Update update = UpdateExpression.parse(text).resolve(attributes);
 * update.requestCharge();                                  // before the condition
 * KeyPaths.refuseUpdates(update.targets(), update.operandPaths(), keys, indexKeys);
 * UpdatedItem updated = update.apply(item);                // after(), updatedOld(), updatedNew()
 *
 * Projection projection = ProjectionExpression.parse(text).resolve(attributes);
 * projection.of(item);
 *
 * Condition keyCondition = KeyConditionExpression.parse(text).resolve(attributes);
 * KeyConditions keyConditions = KeyConditionReader.read(keyCondition); // after refuseUnused
 * KeyRange range = keyConditions.against(queryKey);        // partition(), position(sortKey)
 * }</pre>
 *
 * <p>Orders: PutItem and DeleteItem parse, check ReturnValues and Expected, resolve, refuse unused
 * placeholders. UpdateItem refuses an empty ConditionExpression ({@code
 * ExpressionParameter.refuseEmpty}), an empty UpdateExpression, parses and resolves the update,
 * parses the condition, refuses unused placeholders, resolves the condition. Query parses and
 * resolves key condition, filter, projection one after the other, refuses unused placeholders, and
 * then a key condition of a form that no key can have.
 *
 * <p>With the table, AWS refuses an update of a key attribute, then an index key attribute whose
 * type, as far as {@code update.writtenTypes} shows it, is wrong, then a path into a key attribute.
 *
 * <p>An update of an item that is missing gets the item's key. If {@code createsItem} is false, AWS
 * leaves the item missing and does not even look at the update's paths.
 *
 * <p>The legacy parameters are in {@code dev.gatehouse.dynamodb.expression.legacy} and give the
 * same {@code Condition}, {@code Update}, {@code KeyConditions} and {@code Projection}.
 */
@NullMarked
package dev.gatehouse.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
