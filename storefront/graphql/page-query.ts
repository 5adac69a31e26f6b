import type { AnyVariables, DocumentInput } from 'urql';

/** A query with its variables, as a page uses it and as the server asks it beforehand. */
export interface PageQuery<Data = unknown, Variables extends AnyVariables = AnyVariables> {
  query: DocumentInput<Data, Variables>;
  variables: Variables;
}
