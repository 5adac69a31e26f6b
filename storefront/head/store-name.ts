/** What the store calls itself, in every language. */
export const storeName = 'Bookstore';
