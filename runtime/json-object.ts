/** An object as JSON.parse makes it. */
export type JsonObject = Record<string, unknown>;

/** Whether a value of a subgraph's answer is an object, neither null nor a list. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether every object has something of this name by its prototype: clients may choose such names as aliases. */
export const isPrototypeName = (name: string): boolean => name in Object.prototype;

/** What an object itself has under a name; undefined where it has nothing. */
export const ownValue = (object: JsonObject, name: string): unknown =>
  isPrototypeName(name) && !Object.hasOwn(object, name) ? undefined : object[name];

/** Puts a value into an object under any name, `__proto__` too. */
export function setOwnValue(object: JsonObject, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  else object[name] = value;
}

/** A copy that shares nothing with the value. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson);
  return isJsonObject(value) ? copyObject(value) : value;
}

/** Likewise of an object. */
export function copyObject(object: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(object)) setOwnValue(copy, key, copyJson(object[key]));
  return copy;
}
