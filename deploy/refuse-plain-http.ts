/**
 * What is answered by plain HTTP where the store is found by HTTPS. Pages lead there: people type addresses without
 * "https". Programs do not: who is led on would send what is confidential by plain HTTP each time, and not notice.
 */
export const plainHttp = {
  /** The methods by which pages are asked for; by others nothing leads on. */
  pageMethods: ['GET', 'HEAD'],
  /** Paths that begin so are the API's, by whatever method. */
  apiPath: '/graphql',
  status: 403,
  code: 'FORBIDDEN',
  message: 'Use https: by plain HTTP there are no answers, and others can read what is sent.',
} as const;

/** The body of the refusal, in JSON, as the store's own are. */
export const plainHttpRefusal = JSON.stringify({
  errors: [{ message: plainHttp.message, extensions: { code: plainHttp.code } }],
});
