import { isJsonObject, type JsonObject, ownValue, setOwnValue } from '../../runtime/json-object.ts';

function mergeList(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, index) => {
    const existing = target[index];
    if (!mergeBelow(existing, value)) target[index] = value;
  });
}

/** Whether both could be made one; where not, the new one takes the place of the old one. */
function mergeBelow(existing: unknown, value: unknown): boolean {
  if (Array.isArray(value)) {
    if (!Array.isArray(existing) || existing.length !== value.length) return false;
    mergeList(existing, value);
    return true;
  }
  if (!isJsonObject(value) || !isJsonObject(existing)) return false;
  mergeAnswer(existing, value);
  return true;
}

/**
 * Puts what a subgraph answered into what is there already. Objects and lists of the same length become one; of other
 * values the new one stays. What was not there becomes a part of the target as it is, not a copy.
 */
export function mergeAnswer(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null || !mergeBelow(ownValue(target, key), value))
      setOwnValue(target, key, value);
  }
}

/** Likewise for several objects at once, of an answer that holds neither objects nor lists. */
export function mergePlainAnswer(targets: readonly JsonObject[], source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value !== undefined) for (const target of targets) setOwnValue(target, key, value);
  }
}
