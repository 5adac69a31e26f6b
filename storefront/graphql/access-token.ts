/**
 * Where the access token of a signed-in reader comes from: in memory, renewed when it is about to end. Null while nobody
 * is signed in. Whoever keeps the session puts its own function here.
 */
export const accessToken: { get: () => Promise<string | null> } = { get: async () => null };
