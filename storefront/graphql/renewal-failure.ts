import { CombinedError } from 'urql';

const absent = [502, 503, 504];

/** Whether a part of the store, or the store, is not there at the moment. */
export const isUnavailable = ({ graphQLErrors, response }: CombinedError): boolean =>
  graphQLErrors[0]?.extensions.code === 'SERVICE_UNAVAILABLE' || absent.includes(response?.status);

/**
 * Why the reader's access token could not be renewed, where that is why a request was not sent; undefined where it was. The
 * session is not over by that.
 */
export const renewalFailure = ({ networkError }: CombinedError): CombinedError | undefined =>
  networkError instanceof CombinedError ? networkError : undefined;
