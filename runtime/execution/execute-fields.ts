import { locatedError, type ResponsePath, responsePathAsArray } from 'graphql';
import { FieldCall } from './field-call.ts';
import { isPromise } from './is-promise.ts';
import type { FieldPlan, ObjectPlan } from './plan.ts';
import type { Run } from './run.ts';

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/**
 * What becomes of a place that cannot be told: null, with the error noted; where it may not be null, the error is thrown, for
 * what is around it to become null.
 */
export function failPlace(
  { run, plan }: FieldCall,
  thrown: unknown,
  place: { path: ResponsePath; isNonNull: boolean },
): null {
  const error = locatedError(thrown, plan.nodes, responsePathAsArray(place.path));
  if (place.isNonNull) throw error;
  run.note(error, place.path);
  return null;
}

/** Resolves when all have ended, whatever came of them, by throwing the error. */
export const throwAfter = async (
  pending: readonly PromiseLike<unknown>[],
  error: unknown,
): Promise<never> => {
  await Promise.allSettled(pending);
  throw error;
};

const failField = (call: FieldCall, error: unknown): null =>
  failPlace(call, error, { path: call.path, isNonNull: call.plan.isNonNull });

const complete = (call: FieldCall, value: unknown): unknown => {
  const { completion } = call.plan;
  return completion.isLeaf ? completion.complete(value) : completion.complete(call, value, call.path);
};

/** A field for which something must be called, awaited or looked into; `own` is what the object has under its name. */
function executeCall(call: FieldCall, source: unknown, own: unknown): unknown {
  const { run, plan } = call;
  const value = plan.resolve
    ? plan.resolve(source, run.argumentsOf(plan), run.context, call.info)
    : typeof own === 'function'
      ? own.call(source, run.argumentsOf(plan), run.context, call.info)
      : own;
  const completed = isPromise(value) ? value.then(each => complete(call, each)) : complete(call, value);
  return isPromise(completed) ? completed.then(undefined, error => failField(call, error)) : completed;
}

function executeField(
  run: Run,
  plan: FieldPlan,
  source: unknown,
  parentPath: ResponsePath | undefined,
): unknown {
  const { resolve, completion } = plan;
  let call: FieldCall | undefined;
  try {
    const own = !resolve && isObject(source) ? source[plan.name] : undefined;
    // Most fields are these, and need no place to be told of.
    if (!resolve && completion.isLeaf && typeof own !== 'function' && !isPromise(own))
      return completion.complete(own);
    call = new FieldCall(run, plan, parentPath);
    return executeCall(call, source, own);
  } catch (error) {
    return failField(call ?? new FieldCall(run, plan, parentPath), error);
  }
}

/** An object to put an answer into. */
const emptyAnswer = ({ hasPrototypeName }: ObjectPlan): Values =>
  hasPrototypeName ? Object.create(null) : {};

/**
 * The fields of an object, all at a time; promised where one of them is. Throws, or rejects, where one is null that may not be.
 */
export function executeFields(
  run: Run,
  plan: ObjectPlan,
  source: unknown,
  path: ResponsePath | undefined,
): Values | Promise<Values> {
  const answer = emptyAnswer(plan);
  const pending: PromiseLike<void>[] = [];
  try {
    for (const field of plan.fields) {
      const value = executeField(run, field, source, path);
      answer[field.key] = value;
      if (isPromise(value))
        pending.push(
          value.then(resolved => {
            answer[field.key] = resolved;
          }),
        );
    }
  } catch (error) {
    if (pending.length === 0) throw error;
    return throwAfter(pending, error);
  }
  return pending.length === 0 ? answer : Promise.all(pending).then(() => answer);
}

/** The fields of a mutation, one after another. */
export async function executeFieldsInTurn(run: Run, plan: ObjectPlan): Promise<Values> {
  const answer = emptyAnswer(plan);
  for (const field of plan.fields) answer[field.key] = await executeField(run, field, undefined, undefined);
  return answer;
}
