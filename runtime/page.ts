import { badUserInput } from './errors.ts';
import { isId } from './ids.ts';

/** Elements of a page at most, whoever asks. */
export const maxPageSize = 100;

/** An element of a page, and its place in the list. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A page of a list, in the shape of Relay's connections. */
export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counts the whole result; runs only when the field is asked for. */
  totalCount: () => Promise<number>;
}

/** The place of an element in a list: the values that the list is ordered by, the id last. */
export type Cursor = readonly (string | number)[];

/** A page size from 1 to 100; BAD_USER_INPUT beyond. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size < 1 || size > maxPageSize) throw badUserInput(`first must be from 1 to ${maxPageSize}.`);
  return size;
}

/** An opaque cursor. `order` names the list's order, so that a cursor of another order is refused. */
export const encodeCursor = (order: string, cursor: Cursor): string =>
  Buffer.from(JSON.stringify([order, ...cursor])).toString('base64url');

/** The values of a cursor that encodeCursor made for the same order; BAD_USER_INPUT for anything else. */
export function decodeCursor(order: string, types: readonly ('string' | 'number')[], text: string): Cursor {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    values = undefined;
  }
  if (Array.isArray(values) && values.length === types.length + 1 && values[0] === order) {
    const cursor: unknown[] = values.slice(1);
    const places = cursor.filter(
      (value, index): value is string | number => typeof value === types[index] && value !== null,
    );
    if (places.length === types.length && isId(String(places.at(-1)))) return places;
  }
  throw badUserInput('after must be a cursor that the same list gave, with the same order.');
}

/**
 * A Relay connection of `rows`, which must hold one element more than `size` where there are more.
 * `cursorOf` gives the place of an element.
 */
export function toConnection<Node>(
  rows: readonly Node[],
  page: { size: number; order: string; after: boolean },
  cursorOf: (node: Node) => Cursor,
  totalCount: () => Promise<number>,
): Connection<Node> {
  const nodes = rows.slice(0, page.size);
  const cursorAt = (node: Node): string => encodeCursor(page.order, cursorOf(node));
  // Cursors are made where they are asked for: most who look at a page do not go on.
  return {
    nodes,
    get edges() {
      return nodes.map(node => ({ node, cursor: cursorAt(node) }));
    },
    get pageInfo() {
      const [first, last] = [nodes.at(0), nodes.at(-1)];
      return {
        hasNextPage: rows.length > page.size,
        hasPreviousPage: page.after,
        startCursor: first === undefined ? null : cursorAt(first),
        endCursor: last === undefined ? null : cursorAt(last),
      };
    },
    totalCount,
  };
}
