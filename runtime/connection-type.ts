/** The header by which the gateway tells of which operation of a client's it asks a part: a query or a mutation. */
export const operationTypeHeader = 'x-operation-type';

/**
 * Where a request is answered from. 'read', a reader, which may lag: for a query of somebody without a token, who
 * can have written nothing. Whatever else, mutations with all that they answer included, sees the writer.
 */
export const connectionTypeOf = (request: {
  sister: string;
  authorization: string | undefined;
  operationType: unknown;
}): 'read' | 'write' =>
  request.sister === 'gateway' && !request.authorization && request.operationType === 'query'
    ? 'read'
    : 'write';
