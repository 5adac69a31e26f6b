/** An operation as GraphiQL opens it: in a tab of its own. */
interface OpenedOperation {
  initialQuery?: string;
  initialVariables?: string;
}

/**
 * The operation that the address names after its #, as the shop's links do: `#query=…&variables=…`. Nothing where it
 * names none.
 */
export function operationOfAddress(hash: string): OpenedOperation {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const query = named.get('query');
  if (!query) return {};
  return { initialQuery: query, initialVariables: named.get('variables') ?? '' };
}
