/**
 * The operation name if the document holds an operation of that name; undefined otherwise. GraphiQL learns the
 * names of a tab a moment after it is opened, and until then would send that of the tab before.
 */
export const heldOperationName = (query: string, name: string | null | undefined): string | undefined =>
  name && new RegExp(`\\b(query|mutation|subscription)\\s+${name}\\b`).test(query) ? name : undefined;
