import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type ResponsePath,
} from 'graphql';
import { executeFields, failPlace, throwAfter } from './execute-fields.ts';
import type { FieldCall } from './field-call.ts';
import { isPromise } from './is-promise.ts';
import type { Completion, ObjectPlan } from './plan.ts';

/** A field that is compiled: how it is named to who looks for mistakes, and what is asked of each object type that it may give. */
interface Compiled {
  where: string;
  planOf(type: GraphQLObjectType): ObjectPlan;
}

type CompleteBelow = (call: FieldCall, value: unknown, path: ResponsePath) => unknown;

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const tell =
  (type: GraphQLLeafType, where: string) =>
  (value: unknown): unknown => {
    const told: unknown = type.serialize(value);
    if (told === null || told === undefined)
      throw new Error(`${where} has a value that "${type.name}" cannot tell.`);
    return told;
  };

function ofObject(type: GraphQLObjectType, { where, planOf }: Compiled): CompleteBelow {
  const plan = planOf(type);
  return (call, value, path) => {
    const { run } = call;
    if (!type.isTypeOf) return executeFields(run, plan, value, path);
    const go = (isOfType: boolean) => {
      const { nodes } = call.plan;
      if (!isOfType) throw new GraphQLError(`${where} has a value that is no "${type.name}".`, { nodes });
      return executeFields(run, plan, value, path);
    };
    const isOfType = type.isTypeOf(value, run.context, call.info);
    return isPromise(isOfType) ? isOfType.then(go) : go(isOfType);
  };
}

function ofAbstract(type: GraphQLAbstractType, compiled: Compiled): CompleteBelow {
  const known = new Map<unknown, CompleteBelow>();
  const ofType = ({ run: { schema }, plan: { nodes } }: FieldCall, name: unknown): CompleteBelow => {
    const objectType = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(objectType) || !schema.isSubType(type, objectType))
      throw new GraphQLError(`${compiled.where} has a value whose type is none of "${type.name}".`, {
        nodes,
      });
    const made = ofObject(objectType, compiled);
    known.set(name, made);
    return made;
  };
  return (call, value, path) => {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name: unknown = resolveType(value, call.run.context, call.info, type);
    const go = (resolved: unknown) => (known.get(resolved) ?? ofType(call, resolved))(call, value, path);
    return isPromise(name) ? name.then(go) : go(name);
  };
}

function ofList(itemType: GraphQLOutputType, compiled: Compiled): CompleteBelow {
  const item = completionOf(itemType, compiled);
  const isNonNull = isNonNullType(itemType);
  const complete = (call: FieldCall, value: unknown, path: ResponsePath) =>
    item.isLeaf ? item.complete(value) : item.complete(call, value, path);
  const completeItem = (call: FieldCall, value: unknown, key: number, prev: ResponsePath): unknown => {
    const path = { prev, key, typename: undefined };
    const fail = (error: unknown) => failPlace(call, error, { path, isNonNull });
    try {
      const completed = isPromise(value)
        ? value.then(each => complete(call, each, path))
        : complete(call, value, path);
      return isPromise(completed) ? completed.then(undefined, fail) : completed;
    } catch (error) {
      return fail(error);
    }
  };
  return (call, value, path) => {
    if (!isIterable(value)) throw new GraphQLError(`${compiled.where} is a list, and what it has is none.`);
    const items: unknown[] = [];
    let hasPromise = false;
    try {
      for (const each of value) {
        const completed = completeItem(call, each, items.length, path);
        hasPromise ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      if (!hasPromise) throw error;
      return throwAfter(items.filter(isPromise), error);
    }
    return hasPromise ? Promise.all(items) : items;
  };
}

/** What tells values of a type by what resolvers give: CompleteValue() in the specification. */
export function completionOf(type: GraphQLOutputType, compiled: Compiled): Completion {
  const nothing = () => {
    if (isNonNullType(type)) throw new Error(`${compiled.where} may not be null.`);
    return null;
  };
  const nullable = getNullableType(type);
  if (isLeafType(nullable)) {
    const complete = tell(nullable, compiled.where);
    return {
      isLeaf: true,
      complete(value) {
        if (value === null || value === undefined) return nothing();
        if (value instanceof Error) throw value;
        return complete(value);
      },
    };
  }
  const below = isListType(nullable)
    ? ofList(nullable.ofType, compiled)
    : isObjectType(nullable)
      ? ofObject(nullable, compiled)
      : ofAbstract(nullable, compiled);
  return {
    isLeaf: false,
    complete(call, value, path) {
      if (value === null || value === undefined) return nothing();
      if (value instanceof Error) throw value;
      return below(call, value, path);
    },
  };
}
