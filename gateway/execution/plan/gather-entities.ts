import type { JsonObject } from '../../../runtime/json-object.ts';
import type { RepresentationMaker } from './representation-maker.ts';

/** What a subgraph is asked about once: entities of which it is told the same. */
export interface Asked {
  representation: JsonObject;
  entities: JsonObject[];
}

/** Where the values of a representation lead to, one after the other: cheaper than to make a text of them for each entity. */
class Crossing {
  asked: Asked | undefined;
  #ways: Map<unknown, Crossing> | undefined;

  to(value: unknown): Crossing {
    this.#ways ??= new Map();
    const known = this.#ways.get(value);
    if (known) return known;
    const crossing = new Crossing();
    this.#ways.set(value, crossing);
    return crossing;
  }
}

/** Where the values lead to that an object has under these names; undefined where one is missing, or is an object or a list. */
function crossingOf(start: Crossing, entity: JsonObject, names: readonly string[]): Crossing | undefined {
  let crossing = start;
  for (const name of names) {
    const value = entity[name];
    if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
    crossing = crossing.to(value);
  }
  return crossing;
}

/** Puts together the entities of which a subgraph is told the same, in their order; leaves out those that it is not asked about. */
export function gatherEntities(objects: readonly JsonObject[], maker: RepresentationMaker): Asked[] {
  const all: Asked[] = [];
  // Types whose names differ begin apart: a value of one is nothing like the same value of the other.
  const start = new Crossing();
  const byText = new Map<string, Asked>();
  const begin = (entity: JsonObject, representation: JsonObject): Asked => {
    const asked = { representation, entities: [entity] };
    all.push(asked);
    return asked;
  };
  for (const entity of objects) {
    const names = maker.plainNamesOf(entity);
    const crossing = names && crossingOf(start.to(names), entity, names);
    if (crossing?.asked) {
      crossing.asked.entities.push(entity);
      continue;
    }
    const representation = maker.make(entity);
    if (!representation) continue;
    if (crossing) {
      crossing.asked = begin(entity, representation);
      continue;
    }
    const text = JSON.stringify(representation);
    const known = byText.get(text);
    if (known) known.entities.push(entity);
    else byText.set(text, begin(entity, representation));
  }
  return all;
}
