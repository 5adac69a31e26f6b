/** A file that is larger is not read: 10 MB. */
export const mostBytes = 10 * 1024 * 1024;

/** Books of one file. */
export const mostRows = 5_000;
