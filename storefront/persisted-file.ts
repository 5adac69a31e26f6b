/** Where the operations of the shop are below dist/: an object of their texts, by the SHA-256 (hex) of each. */
export const persistedFile = 'persisted-operations.json';
